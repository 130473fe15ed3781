import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'speedlens-records-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
for (let id = 0; id < 30; id++) writeFileSync(join(folder, `${id}.json`), JSON.stringify({ id }));
writeFileSync(join(folder, 'other.txt'), 'no record');
const broken = mkdtempSync(join(tmpdir(), 'speedlens-broken-'));
process.once('exit', () => rmSync(broken, { recursive: true, force: true }));
for (let id = 0; id < 20; id++) writeFileSync(join(broken, `${10 + id}.json`), id === 9 ? '{' : JSON.stringify({ id }));

export default {
  calls: () => [[folder], [broken], [join(folder, 'missing')]],
};
