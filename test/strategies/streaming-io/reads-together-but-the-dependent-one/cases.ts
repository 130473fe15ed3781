import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'speedlens-together-'));
const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const list = file('list', 'other');
const other = file('other', 'of another');
const lost = file('lost', 'nowhere');
const missing = join(folder, 'missing');

export default {
  calls: () => [
    [list, other],
    [lost, other],
    [list, missing],
    [lost, missing],
    [missing, folder],
    [folder, missing],
  ],
};
