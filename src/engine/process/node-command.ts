// How the user's Node is started for a benchmark: flags, permissions and environment. The one place that knows what must not leak into it.
import { existsSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';

/** Which of the flags below this Node has; older ones name the permission model differently or lack parts of it. */
export const PROBED_FLAGS = [
  '--permission',
  '--experimental-permission',
  '--allow-fs-read',
  '--allow-fs-write',
  '--allow-worker',
  '--allow-addons',
  '--allow-wasi',
  '--allow-net',
] as const;

export interface NodeCommand {
  readonly runtime: 'node' | 'electron';
  /** Those of PROBED_FLAGS that this Node accepts. */
  readonly flags: ReadonlySet<string>;
  readonly heapMb: number;
  /** Folders that may be written to. */
  readonly allowWrite: readonly string[];
  /** Where V8 writes its code log and its samples to; absent in processes that are timed. */
  readonly codeLog?: CodeLog;
}

export interface CodeLog {
  /** V8 puts the thread and the process before the last part of the path: each thread has a log of its own. */
  readonly file: string;
  readonly detail: 'lines' | 'tiers';
}

export function nodeArguments(command: NodeCommand): string[] {
  return [
    `--max-old-space-size=${command.heapMb}`,
    '--no-warnings',
    ...(command.codeLog === undefined ? [] : profilerArguments(command.codeLog)),
    ...permissionArguments(command.flags, command.allowWrite),
  ];
}

/** What `--logfile=` is followed by; the diagnosing child reads it from its own arguments. */
export const CODE_LOG_SWITCH = '--logfile=';

/** The permission model keeps `node:inspector` and `--cpu-prof` from working; V8's own profiler does, and knows the inlined functions. */
function profilerArguments({ file, detail }: CodeLog): string[] {
  return [
    '--prof',
    '--log-deopt',
    '--logfile-per-isolate',
    `${CODE_LOG_SWITCH}${file}`,
    '--prof-sampling-interval=200',
    // Their code comes without a table of source positions, and what Maglev inlines could not be told apart (V8 11 to 13).
    ...(detail === 'lines' ? ['--no-sparkplug', '--no-maglev'] : []),
    // Copies of the builtins lie where the log does not say (V8 11).
    '--no-short-builtin-calls',
    // --log-deopt prints as well, and what is printed would count as the user's own output. V8 insists on a regular file.
    '--redirect-code-traces',
    `--redirect-code-traces-to=${file}.traces`,
  ];
}

/**
 * Reading, threads, add-ons, WASI and the network are granted: the code is the user's own, in a workspace they trust. Writing outside the
 * granted folders and starting processes are not. Empty where Node has no permission model.
 */
function permissionArguments(flags: ReadonlySet<string>, allowWrite: readonly string[]): string[] {
  const model = ['--permission', '--experimental-permission'].find((flag) => flags.has(flag));
  if (model === undefined) return [];
  const switches = ['--allow-worker', '--allow-addons', '--allow-wasi', '--allow-net'].filter((flag) =>
    flags.has(flag),
  );
  const writable = withoutNested(allowWrite.map(realFolder)).map((folder) => `--allow-fs-write=${folder}${path.sep}*`);
  return [model, '--allow-fs-read=*', ...switches, ...writable];
}

/** The environment of a benchmark: the user's own, less what an editor, a debugger or a coverage tool put there for its own processes. */
export function benchmarkEnvironment(
  inherited: NodeJS.ProcessEnv,
  runtime: 'node' | 'electron',
  temporaryFolder?: string,
): NodeJS.ProcessEnv {
  const environment: NodeJS.ProcessEnv = {};
  for (const [name, value] of Object.entries(inherited)) {
    if (!/^(NODE_OPTIONS|NODE_V8_COVERAGE|NODE_CHANNEL_.*|VSCODE_.*|ELECTRON_.*|VITEST.*)$/i.test(name)) {
      environment[name] = value;
    }
  }
  if (runtime === 'electron') environment['ELECTRON_RUN_AS_NODE'] = '1';
  if (temporaryFolder !== undefined) {
    for (const name of ['TMPDIR', 'TMP', 'TEMP']) environment[name] = temporaryFolder;
  }
  return environment;
}

/** Permissions hold for real paths; /tmp is a link on macOS. */
function realFolder(folder: string): string {
  const absolute = path.resolve(folder);
  if (!existsSync(absolute)) return absolute;
  const real = realpathSync(absolute);
  return statSync(real).isDirectory() ? real.replace(/[\\/]+$/, '') : real;
}

/** Node 20 aborts when one granted path continues another, so a folder inside a granted one is not named again. */
function withoutNested(folders: readonly string[]): string[] {
  const unique = [...new Set(folders)];
  return unique.filter(
    (folder) =>
      !unique.some(
        (other) => other !== folder && folder.startsWith(other.endsWith(path.sep) ? other : other + path.sep),
      ),
  );
}
