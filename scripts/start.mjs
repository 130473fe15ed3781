// `npm start`, the main job: builds, benchmarks every function in examples/ through the command line, writes speedlens-report.html.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const extra = process.argv.slice(2);

run(process.execPath, ['scripts/build.mjs']);
run(process.execPath, [
  'dist/cli.mjs',
  'bench',
  'examples',
  '--budget',
  '30s',
  '--html',
  'speedlens-report.html',
  ...extra,
]);

function run(command, args) {
  const { status, signal } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? (signal === 'SIGINT' ? 130 : 1));
}
