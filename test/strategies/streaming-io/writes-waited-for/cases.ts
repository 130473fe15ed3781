import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'speedlens-saved-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

/** What was written is compared in streaming-io.test.ts; here only how the calls end. */
export default {
  calls: () => [[join(folder, 'saved'), { a: 1 }], [folder, {}], [join(folder, 'missing', 'file'), { b: 2 }], ['', {}]],
};
