import { readFileSync, statSync } from 'node:fs';
import { awkwardFiles } from '../../../support/awkward-files.ts';

/** A CR that is no part of a line end is one for the parser, too. */
const isPlain = (file: string): boolean =>
  statSync(file, { throwIfNoEntry: false })?.isFile() !== true || !readFileSync(file).includes('\r\n');

export default { calls: () => awkwardFiles().filter(isPlain).map((file) => [file]) };
