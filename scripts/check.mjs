// `npm run check`: format, lint, types, walls, dead code, tests, in the order in which they are cheap. Stops at the first that fails.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

const steps = [
  ['format and lint', 'biome', ['check', '--error-on-warnings', '.']],
  ['types', 'tsc', ['--noEmit', '-p', '.']],
  ['types of the examples', 'tsc', ['--noEmit', '-p', 'examples']],
  ['typed lint', 'eslint', ['src', 'test', 'bench']],
  ['walls', 'depcruise', ['src', '--config', '.dependency-cruiser.cjs', '--output-type', 'err']],
  ['dead code', 'knip', []],
  ['tests', 'vitest', ['run']],
];
const only = process.argv.slice(2);

for (const [title, command, args] of steps) {
  if (only.length > 0 && !only.includes(title)) continue;
  const started = Date.now();
  const { status, error } = spawnSync(path.join(root, 'node_modules/.bin', command), args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (error) console.error(`${command} could not be started: ${error.message}`);
  if (status !== 0) {
    console.error(`\ncheck failed at: ${title}`);
    process.exit(1);
  }
  console.log(`${title}: ok (${((Date.now() - started) / 1000).toFixed(1)} s)`);
}
