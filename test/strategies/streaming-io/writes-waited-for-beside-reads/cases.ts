import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { awkwardFiles } from '../../../support/awkward-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'speedlens-normalised-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

/** What was written is compared in streaming-io.test.ts; here only how the calls end. */
export default {
  calls: () => {
    const files = awkwardFiles();
    return [
      ...files.map((file, i) => [file, join(folder, 'deep', `file ${i}`)]),
      [files[0], folder],
      [files[0], join(files[1] ?? '', 'no folder', 'file')],
    ];
  },
};
