import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'speedlens-names-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
const file = join(folder, 'table');

/** What was written is compared in streaming-io.test.ts; here only how the calls end. */
export default {
  calls: () => [[file, ['a', 'b']], [file, []], [join(folder, 'missing', 'file'), ['a']]],
};
