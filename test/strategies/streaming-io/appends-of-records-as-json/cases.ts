import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'speedlens-appends-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
const file = join(folder, 'visits.jsonl');

const place = { latitude: 1, longitude: -0 };
const visit = { id: 1, at: new Date(0), kind: 'walk', tags: ['a', '\n'], place, counts: { a: 1, b: null } };

export default {
  calls: () => {
    rmSync(file, { force: true });
    return [
      [file, [], 'first'],
      [file, [visit, {}, { id: Number.NaN, before: visit }], 'second'],
    ];
  },
};
