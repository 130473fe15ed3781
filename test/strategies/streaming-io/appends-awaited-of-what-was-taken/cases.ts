import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'speedlens-appends-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
const file = join(folder, 'journal');

/** What was written is compared in streaming-io.test.ts; here only how the calls end. */
export default {
  calls: () => {
    rmSync(file, { force: true });
    return [
      [file, ['a', 'b', '\u{1F600}']],
      [file, []],
      [file, ['x'.repeat(70_000), 'y']],
      [join(folder, 'missing', 'file'), ['a']],
    ];
  },
};
