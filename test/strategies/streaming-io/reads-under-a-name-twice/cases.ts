import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { awkwardFiles } from '../../../support/awkward-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'speedlens-index-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
const whole = join(folder, 'whole');
const broken = join(folder, 'broken');
writeFileSync(whole, awkwardFiles().slice(0, -3).join('\n'));
writeFileSync(broken, awkwardFiles().join('\n'));

export default { calls: () => [[whole], [broken], [join(folder, 'missing')]] };
