// What a Node and its machine are, asked of that Node itself.
import { execFile } from 'node:child_process';
import { statSync } from 'node:fs';
import type { Environment } from '../../model/report.ts';
import { benchmarkEnvironment, PROBED_FLAGS } from './node-command.ts';

export interface ProbedNode extends Environment {
  /** Those of PROBED_FLAGS that it accepts. */
  readonly flags: readonly string[];
  /** The executable behind a shim or a link. */
  readonly realPath: string;
}

const PROBE_DEADLINE_MS = 10_000;

/** By executable and its version on disk. What a shim leads to may change, so only executables themselves are kept. */
const known = new Map<string, ProbedNode>();

/** Like `probeNode`; a Node that was asked before is not started again as long as its file is the same. */
export async function probeNodeOnce(nodePath: string, runtime: 'node' | 'electron'): Promise<ProbedNode> {
  const stats = statSync(nodePath, { throwIfNoEntry: false });
  const key = stats && [nodePath, runtime, stats.ino, stats.size, stats.mtimeMs].join('|');
  const before = key === undefined ? undefined : known.get(key);
  if (before !== undefined) return before;
  const node = await probeNode(nodePath, runtime);
  if (key !== undefined && node.realPath === nodePath) known.set(key, node);
  return node;
}

/** Rejects when the file is no Node or does not answer in time; the message says why. */
export async function probeNode(nodePath: string, runtime: 'node' | 'electron', folder?: string): Promise<ProbedNode> {
  const output = await new Promise<string>((resolve, reject) => {
    execFile(
      nodePath,
      ['-e', PROBE],
      {
        env: benchmarkEnvironment(process.env, runtime),
        timeout: PROBE_DEADLINE_MS,
        killSignal: 'SIGKILL',
        windowsHide: true,
        encoding: 'utf8',
        ...(folder === undefined ? {} : { cwd: folder }),
      },
      (error, stdout) => (error === null ? resolve(stdout) : reject(error)),
    );
  });
  const facts = JSON.parse(output) as Omit<ProbedNode, 'nodePath' | 'runtime'>;
  return { ...facts, nodePath, runtime };
}

const PROBE = `
const os = require('os');
const cpus = os.cpus();
process.stdout.write(JSON.stringify({
  node: process.version,
  v8: process.versions.v8,
  cpu: (cpus[0]?.model ?? process.arch).trim(),
  cores: os.availableParallelism ? os.availableParallelism() : cpus.length,
  os: os.type() + ' ' + os.release() + ' ' + os.arch(),
  flags: ${JSON.stringify(PROBED_FLAGS)}.filter((flag) => process.allowedNodeEnvironmentFlags.has(flag)),
  realPath: process.execPath,
}));
`;
