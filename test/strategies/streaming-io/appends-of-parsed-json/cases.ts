import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'speedlens-appends-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
const file = join(folder, 'kept.jsonl');

export default {
  calls: () => {
    rmSync(file, { force: true });
    const lines = ['{"id":"a","visits":1}', '{"id":"b"}', '{"id":"c","kind":"test"}', '{"toJSON":1,"id":{"valueOf":3}}', '[]'];
    return [
      [file, lines, new Set(['b'])],
      // What was written before a line that is no JSON, and before one that has no members.
      [file, ['{"id":"d"}', '{"id":'], new Set()],
      [file, ['{"id":"e"}', 'null', '{"id":"f"}'], new Set()],
    ];
  },
};
