import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { awkwardFiles } from '../../../support/awkward-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'speedlens-headers-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
const write = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const rows = Array.from({ length: 9000 }, (_, i) => `${i},place ${i % 7},${i * 3}`).join('\n');

export default {
  calls: () =>
    [
      ...awkwardFiles(),
      write('small', 'id,place,count\n1,a,2\n2,b,3'),
      write('large', `id,place,count\n${rows}\n`),
      // The header alone is longer than a piece of the file.
      write('wide', `${'x,'.repeat(50_000)}count\n${'1,'.repeat(50_000)}5\n\n7`),
      write('only-header', 'id,count'),
      write('nothing', ''),
    ].map((file) => [file, 'count']),
};
