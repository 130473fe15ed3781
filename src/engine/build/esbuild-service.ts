// Finds an esbuild that works here: the native one of the command line, the user's own, or the WebAssembly build that the extension carries.
// Leaves what is built to `create-variant-builder.ts`.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { compileFunction } from 'node:vm';
import type * as esbuild from 'esbuild';

export interface EsbuildService {
  readonly kind: 'native' | 'wasm';
  readonly context: typeof esbuild.context;
  /** Ends the service process. A later call of `context` would start another. */
  stop(): Promise<void>;
}

export interface EsbuildLookup {
  /** A folder whose own esbuild may serve when Speedlens ships no native one. */
  readonly workspaceFolder: string;
  /** File URL or path of the code that Speedlens' own packages are resolved from. */
  readonly ownLocation: string;
  /** Only 'wasm' skips the native ones, for tests. */
  readonly only?: 'wasm';
}

type Api = Pick<typeof esbuild, 'context' | 'transform' | 'stop' | 'version'>;

/** Oldest workspace esbuild whose plugin API and output are what this builder was written for. */
const OLDEST_MINOR = 25;

/** Starts the first esbuild that answers. Rejects when there is none, which is a broken installation. */
export async function loadEsbuild(lookup: EsbuildLookup): Promise<EsbuildService> {
  const attempts: (() => { kind: EsbuildService['kind']; api: Api })[] = [
    () => ({ kind: 'native', api: requireNative(lookup.ownLocation) }),
    () => ({ kind: 'native', api: requireNative(path.join(lookup.workspaceFolder, 'speedlens.cjs')) }),
    () => ({ kind: 'wasm', api: requireWasm(lookup.ownLocation) }),
  ];
  const problems: unknown[] = [];
  for (const attempt of lookup.only === 'wasm' ? attempts.slice(2) : attempts) {
    try {
      const { kind, api } = attempt();
      await api.transform('');
      return { kind, context: api.context, stop: async () => api.stop() };
    } catch (problem) {
      // Not installed here, or its binary is for another platform: the next one is tried, and all problems are told together.
      problems.push(problem);
    }
  }
  throw new AggregateError(problems, 'No esbuild could be started, neither native nor WebAssembly.');
}

function requireNative(from: string): Api {
  const api = createRequire(from)('esbuild') as Api;
  const [major = 0, minor = 0] = api.version.split('.').map(Number);
  if (major === 0 && minor < OLDEST_MINOR) throw new Error(`esbuild ${api.version} is too old`);
  return api;
}

/**
 * esbuild-wasm runs its service with whatever `node` is on the PATH, which an editor started from a dock does not have.
 * Its main file is therefore compiled here with a `spawn` that names this process's own executable.
 */
function requireWasm(from: string): Api {
  const require = createRequire(from);
  const mainFile = require.resolve('esbuild-wasm');
  const requireFromMain = createRequire(mainFile);
  const spawnWithThisNode = (command: string, args: readonly string[], options: object) =>
    command === 'node'
      ? spawn(process.execPath, args, { ...options, env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' } })
      : spawn(command, args, options);
  const requireForMain = (name: string): unknown =>
    name === 'child_process' ? { ...requireFromMain(name), spawn: spawnWithThisNode } : requireFromMain(name);
  const module = { exports: {} as Api };
  const load = compileFunction(
    readFileSync(mainFile, 'utf8'),
    ['exports', 'require', 'module', '__filename', '__dirname'],
    { filename: mainFile },
  );
  load(module.exports, requireForMain, module, mainFile, path.dirname(mainFile));
  return module.exports;
}
