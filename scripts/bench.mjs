// Runs one benchmark of ourselves: bundles bench/<name>/main.ts and the benchmark process that it starts, and runs it with the arguments given.
// `npm run bench:measurement -- --help` says what it can do.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const [name, ...rest] = process.argv.slice(2);
if (name === undefined) throw new Error('usage: node scripts/bench.mjs <name> [options]');
// Below node_modules, so that packages are found as everywhere else and nothing lands among the sources.
const out = path.join(root, 'node_modules/.cache/speedlens-bench', name);
mkdirSync(out, { recursive: true });
const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
await build({
  absWorkingDir: root,
  entryPoints: {
    main: `bench/${name}/main.ts`,
    'benchmark-process': 'src/engine/process/child/main.ts',
    // Processes of its own that the benchmark starts, and what they import by name.
    ...Object.fromEntries(
      readdirSync(path.join(root, 'bench', name))
        .filter((file) => file.endsWith('-process.ts'))
        .map((file) => [file.slice(0, -'.ts'.length), `bench/${name}/${file}`]),
    ),
    ...(existsSync(path.join(root, 'bench', name, 'subjects/subjects.ts'))
      ? { subjects: `bench/${name}/subjects/subjects.ts` }
      : {}),
  },
  outdir: out,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  packages: 'external',
  sourcemap: 'linked',
  logLevel: 'warning',
  define: { __SPEEDLENS_VERSION__: JSON.stringify(version) },
});
// Its files, those of processes that are killed included, go away with the run.
const temporary = mkdtempSync(path.join(tmpdir(), 'speedlens-bench-'));
const child = spawn(process.execPath, ['--enable-source-maps', path.join(out, 'main.mjs'), ...rest], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, TMPDIR: temporary, TMP: temporary, TEMP: temporary },
});
// Ctrl-C reaches the whole group; the benchmark ends its own processes.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => child.kill());
child.once('exit', (status, signal) => {
  rmSync(temporary, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  process.exit(status ?? (signal === null ? 0 : 1));
});
