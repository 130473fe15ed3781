import { readFileSync, statSync } from 'node:fs';
import { awkwardFiles } from '../../../support/awkward-files.ts';

/** With CR LF it is meant to differ. */
const isPlain = (file: string): boolean =>
  statSync(file, { throwIfNoEntry: false })?.isFile() !== true || !readFileSync(file).includes('\r\n');

export default { calls: () => awkwardFiles().filter(isPlain).map((file) => [file]) };
