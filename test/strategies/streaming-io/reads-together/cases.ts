import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'speedlens-together-'));
const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const numbers = file('numbers', '[1, 2, 2, 3]');
const others = file('others', '[2, 3]');
const broken = file('broken', '[1, ');
const missing = join(folder, 'missing');

/** Of several errors it is always that of the first file, whether it is told by reading or by parsing. */
export default {
  calls: () => [
    [numbers, others],
    [others, numbers],
    [missing, broken],
    [broken, missing],
    [numbers, missing],
    [numbers, broken],
    [folder, missing],
    [missing, folder],
    [numbers, undefined],
    [undefined, missing],
  ],
};
