// The command line as real processes: bundled into a temporary folder (dist/ is the release's), run in a folder of its own, and looked at
// afterwards for what it left behind.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export interface Finished {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Names of what is still in the temporary folder that the run was given. */
  readonly leftInTemporaryFolder: readonly string[];
  /** Command lines of processes that still run a moment later. */
  readonly leftRunning: readonly string[];
}

export interface ScratchCli {
  /** Where the commands run, with a package.json of type module. */
  readonly folder: string;
  /** Writes a file into the folder and answers with its absolute path. */
  write(name: string, text: string): string;
  read(name: string): string;
  /** Runs the command to its end; `onStderr` sees the output as it comes. */
  run(args: readonly string[], onStderr?: (text: string, child: ChildProcess) => void): Promise<Finished>;
  remove(): void;
}

const root = fileURLToPath(new URL('../..', import.meta.url));

export async function scratchCli(): Promise<ScratchCli> {
  const home = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'speedlens-cli-test-')));
  const folder = path.join(home, 'work');
  mkdirSync(folder);
  await bundle(home);
  writeFileSync(path.join(folder, 'package.json'), '{"type":"module"}\n');
  let runs = 0;
  return {
    folder,
    write(name, text) {
      const file = path.join(folder, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, text);
      return file;
    },
    read: (name) => readFileSync(path.join(folder, name), 'utf8'),
    async run(args, onStderr) {
      runs += 1;
      const temporary = path.join(home, `temporary-${runs}-`);
      mkdirSync(temporary);
      const child = spawn(process.execPath, [path.join(home, 'dist/cli.mjs'), ...args], {
        cwd: folder,
        env: { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let stdout = '';
      let stderr = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        stdout += text;
      });
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        stderr += text;
        onStderr?.(stderr, child);
      });
      const status = await new Promise<number | null>((resolve, reject) => {
        child.on('error', reject);
        child.on('close', resolve);
      });
      return {
        status,
        stdout,
        stderr,
        leftInTemporaryFolder: readdirSync(temporary),
        leftRunning: await leftRunning(temporary),
      };
    },
    remove: () => rmSync(home, { recursive: true, force: true }),
  };
}

/** As scripts/build.mjs does it, with the npm packages left where they are: they do not change, and bundling TypeScript takes seconds. */
async function bundle(home: string): Promise<void> {
  symlinkSync(path.join(root, 'node_modules'), path.join(home, 'node_modules'), 'junction');
  mkdirSync(path.join(home, 'media'));
  writeFileSync(path.join(home, 'media/report.css'), readFileSync(path.join(root, 'media/report.css')));
  const shared = {
    bundle: true,
    absWorkingDir: root,
    logLevel: 'silent',
    define: { __SPEEDLENS_VERSION__: '"0.0.0-test"' },
  } as const;
  const node = { ...shared, platform: 'node', target: 'node20', format: 'esm' } as const;
  await Promise.all([
    build({
      ...node,
      entryPoints: ['src/cli/main.ts'],
      outfile: path.join(home, 'dist/cli.mjs'),
      packages: 'external',
    }),
    build({
      ...node,
      entryPoints: ['src/engine/process/child/main.ts'],
      outfile: path.join(home, 'dist/benchmark-process.mjs'),
    }),
    build({
      ...shared,
      entryPoints: ['src/webview/main.tsx'],
      outfile: path.join(home, 'dist/webview.js'),
      format: 'iife',
      platform: 'browser',
      target: 'es2022',
      jsx: 'automatic',
      jsxImportSource: 'preact',
    }),
  ]);
}

/** Every process of a run has the run's temporary folder in its environment or its arguments. The last of them may need a moment to go. */
async function leftRunning(marker: string): Promise<readonly string[]> {
  for (let attempt = 0; ; attempt++) {
    const left = processesThatName(marker);
    if (left.length === 0 || attempt >= 30) return left;
    await delay(100);
  }
}

function processesThatName(marker: string): readonly string[] {
  if (existsSync('/proc/self/environ')) {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((pid) => `${pid} ${processFile(pid, 'cmdline')} ${processFile(pid, 'environ')}`)
      .filter((line) => line.includes(marker));
  }
  if (process.platform === 'win32') return [];
  return execFileSync('ps', ['-A', '-ww', '-E', '-o', 'pid=,command='], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes(marker));
}

function processFile(pid: string, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8').replaceAll('\0', ' ');
  } catch {
    // It ended while we were looking, or it is another user's.
    return '';
  }
}
