// Finds the Node to benchmark with: the user's own, so that the figures are about what their code runs on. In this order: the setting, PATH (a
// few tries, for an editor's shell environment arrives late), the login shell (nvm and fnm live there), and at last the runtime that we run
// in, labelled when it is Electron.
import { type ExecFileException, execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { failures } from '../failures.ts';
import { type ProbedNode, probeNode } from './environment.ts';
import { benchmarkEnvironment } from './node-command.ts';
import { wantedNodeVersion } from './wanted-node-version.ts';

export interface FindNodeParams {
  /** The `speedlens.nodePath` setting, or undefined. */
  readonly configured?: string;
  /** Folder of the subject: version files are looked up from here, and shims are asked from here. */
  readonly folder: string;
  /** Login shell to ask when PATH has no Node; may be empty. */
  readonly shell?: string;
}

export interface FoundNode {
  /** The executable itself, not a shim. */
  readonly path: string;
  /** 'v22.1.0' */
  readonly version: string;
  readonly runtime: 'node' | 'electron';
  /** Sentences to show. */
  readonly notes: readonly string[];
}

/** What the search looks at; tests give their own. */
export interface NodeSurroundings {
  readonly environment: NodeJS.ProcessEnv;
  readonly platform: NodeJS.Platform;
  /** The runtime that this code runs in. */
  readonly ownRuntime: { readonly path: string; readonly isElectron: boolean };
  readonly pathRetries: number;
  readonly retryDelayMs: number;
  readonly shellDeadlineMs: number;
}

const OLDEST_NODE = 20;

/** Rejects with SpeedlensFailure when the configured Node does not run, or when the only ones found are too old. */
export async function findNode(
  params: FindNodeParams,
  surroundings: NodeSurroundings = realSurroundings(),
): Promise<FoundNode> {
  const wanted = wantedNodeVersion(params.folder);
  if (params.configured !== undefined && params.configured !== '') {
    const configured = await tryNode(params.configured, 'node', params.folder);
    if (configured === undefined) throw failures.configuredNodeUnusable(params.configured);
    if (majorOf(configured) < OLDEST_NODE) throw failures.nodeTooOld(params.configured, configured.node, OLDEST_NODE);
    return found(configured, wanted, []);
  }
  let tooOld: ProbedNode | undefined;
  const consider = async (candidate: string | undefined): Promise<ProbedNode | undefined> => {
    const node = candidate === undefined ? undefined : await tryNode(candidate, 'node', params.folder);
    if (node !== undefined && majorOf(node) < OLDEST_NODE) tooOld ??= node;
    return node !== undefined && majorOf(node) >= OLDEST_NODE ? node : undefined;
  };
  for (let attempt = 0; attempt <= surroundings.pathRetries; attempt++) {
    for (const candidate of nodesOnPath(surroundings)) {
      const node = await consider(candidate);
      if (node !== undefined) return found(node, wanted, []);
    }
    if (tooOld !== undefined) break;
    if (attempt < surroundings.pathRetries) await delay(surroundings.retryDelayMs);
  }
  const fromShell = await consider(await askShell(params.shell, params.folder, surroundings));
  if (fromShell !== undefined)
    return found(fromShell, wanted, ['Node was found through the login shell, not on PATH.']);
  if (tooOld !== undefined) throw failures.nodeTooOld(tooOld.nodePath, tooOld.node, OLDEST_NODE);

  const { path: ownPath, isElectron } = surroundings.ownRuntime;
  const own = await tryNode(ownPath, isElectron ? 'electron' : 'node', params.folder);
  if (own === undefined || majorOf(own) < OLDEST_NODE) throw failures.nodeNotFound();
  const label = isElectron
    ? "No Node was found, so VS Code's own runtime (Electron) is measured: figures will differ from those of your Node."
    : 'No Node was found on PATH, so the one that runs Speedlens is used.';
  return found(own, wanted, [label]);
}

function found(node: ProbedNode, wanted: ReturnType<typeof wantedNodeVersion>, notes: readonly string[]): FoundNode {
  const differs = wanted !== undefined && !node.node.slice(1).concat('.').startsWith(`${wanted.version}.`);
  const warning = differs ? [`${wanted.file} asks for Node ${wanted.version}, but ${node.node} is used.`] : [];
  return { path: node.realPath, version: node.node, runtime: node.runtime, notes: [...notes, ...warning] };
}

async function tryNode(file: string, runtime: 'node' | 'electron', folder: string): Promise<ProbedNode | undefined> {
  try {
    return await probeNode(file, runtime, existsSync(folder) ? folder : undefined);
  } catch {
    // Not a Node, not executable, or it hangs: one more place where there is none.
    return undefined;
  }
}

function nodesOnPath({ environment, platform }: NodeSurroundings): string[] {
  const isWindows = platform === 'win32';
  const variable = Object.entries(environment).find(
    ([name]) => name === 'PATH' || (isWindows && /^path$/i.test(name)),
  )?.[1];
  return (variable ?? '')
    .split(isWindows ? ';' : ':')
    .filter((folder) => path.isAbsolute(folder))
    .map((folder) => path.join(folder, isWindows ? 'node.exe' : 'node'))
    .filter((file) => existsSync(file));
}

/** Where the login shell finds node. Its start-up files may print anything, so the answer stands between tokens. */
async function askShell(
  shell: string | undefined,
  folder: string,
  { environment, platform, shellDeadlineMs }: NodeSurroundings,
): Promise<string | undefined> {
  if (platform === 'win32' || shell === undefined || shell === '' || !existsSync(shell)) return undefined;
  const token = randomUUID();
  const output = await new Promise<string>((resolve) => {
    execFile(
      shell,
      ['-i', '-c', `echo ${token}; command -v node; echo ${token}`],
      {
        cwd: existsSync(folder) ? folder : '/',
        env: benchmarkEnvironment(environment, 'node'),
        timeout: shellDeadlineMs,
        killSignal: 'SIGKILL',
        encoding: 'utf8',
      },
      (_error: ExecFileException | null, stdout) => resolve(stdout),
    ).stdin?.end();
  });
  const answer = output.split(token)[1]?.trim().split('\n').at(-1)?.trim();
  return answer !== undefined && path.isAbsolute(answer) && existsSync(answer) ? answer : undefined;
}

function majorOf(node: ProbedNode): number {
  return Number.parseInt(node.node.slice(1), 10);
}

function realSurroundings(): NodeSurroundings {
  return {
    environment: process.env,
    platform: process.platform,
    ownRuntime: { path: process.execPath, isElectron: process.versions['electron'] !== undefined },
    pathRetries: 5,
    retryDelayMs: 200,
    shellDeadlineMs: 5000,
  };
}
