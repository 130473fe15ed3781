// The same work in C, compiled by the machine's own compiler into a temporary folder. Without a compiler there is no such column.
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { KernelCase } from './kernels.ts';

const run = promisify(execFile);

export interface CReference {
  /** Nanoseconds of one call; undefined for kernels that are not written in C. */
  time(kernel: KernelCase): Promise<number | undefined>;
  dispose(): Promise<void>;
}

export async function compileReference(root: string): Promise<CReference | undefined> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'speedlens-kernels-'));
  const program = path.join(folder, 'kernels');
  const source = path.join(root, 'bench/kernels/reference/kernels.c');
  const dispose = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    await run('cc', ['-O3', '-march=native', '-ffp-contract=off', '-o', program, source, '-lm']);
  } catch (error) {
    await dispose();
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (isMissing) return undefined;
    throw error;
  }
  return {
    dispose,
    time: async ({ name, size }) => {
      const { stdout } = await run(program, [name, String(size)]);
      return stdout.trim() === '' ? undefined : Number(stdout);
    },
  };
}
