// The same work in other languages: C compiled by the machine's own compiler into a temporary folder, NumPy and Numba where a Python has them.
// What is not found is said, and has no column then.
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { KernelCase } from './kernels.ts';

const run = promisify(execFile);

/** Nanoseconds of one call; undefined for what is not found, or has no version of the kernel. */
export interface ReferenceTimes {
  readonly c?: number;
  /** With the same bits as the loop. */
  readonly numpy?: number;
  /** NumPy's sums in another order, which give other last bits. */
  readonly otherRoundings?: number;
  readonly numba?: number;
  /** From Python's lists, and to them. */
  readonly numpyOnLists?: number;
  readonly otherRoundingsOnLists?: number;
  readonly numbaOnLists?: number;
}

export interface References {
  /** Which there are. */
  readonly sentence: string;
  time(kernel: KernelCase): Promise<ReferenceTimes>;
  dispose(): Promise<void>;
}

/** `python`: the interpreter to ask; without, those that are usual. */
export async function findReferences(root: string, python: string | undefined): Promise<References> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'speedlens-kernels-'));
  const reference = path.join(root, 'bench/kernels/reference');
  const program = await compiled(path.join(reference, 'kernels.c'), path.join(folder, 'kernels'));
  const found = await pythonWithNumPy(python === undefined ? ['python3', '/usr/bin/python3'] : [python]);
  const sentence = [
    program === undefined ? 'No C compiler was found.' : 'C: cc -O3 -march=native -ffp-contract=off.',
    found === undefined
      ? 'No Python with NumPy was found, so there are no columns for NumPy and Numba (Debian: python3-numpy, python3-numba).'
      : `${found.versions}; Numba's functions are compiled beforehand, and check no bounds. NumPy gives the same bits as the loop (compared before it is timed); where it has sums in another order as well (BLAS, sums of pairs), they have columns of their own, on one thread and as fast as OpenBLAS finds the processor to be. On arrays: from flat arrays that are there to new ones (NumPy's; of ours, what takes typed arrays is given them); what changes its arrays gets ones that no call has changed, made before the clock starts. On lists: from plain arrays and lists to new ones, with all copying.`,
  ].join(' ');
  return {
    sentence,
    dispose: () => rm(folder, { recursive: true, force: true }),
    time: async ({ name, size }) => {
      const c = program === undefined ? '' : (await run(program, [name, String(size)])).stdout.trim();
      const script = path.join(reference, 'kernels.py');
      const others =
        found === undefined
          ? '{}'
          : (await run(found.python, [script, name, String(size)], { env: environment() })).stdout;
      return { ...(c === '' ? {} : { c: Number(c) }), ...(JSON.parse(others) as ReferenceTimes) };
    },
  };
}

/** OpenBLAS is told nothing but to use one thread, as everybody here does: settings for other processors make it several times as slow. */
function environment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('OPENBLAS_'));
  return { ...Object.fromEntries(kept), OPENBLAS_NUM_THREADS: '1' };
}

async function compiled(source: string, program: string): Promise<string | undefined> {
  try {
    await run('cc', ['-O3', '-march=native', '-ffp-contract=off', '-o', program, source, '-lm']);
    return program;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

async function pythonWithNumPy(
  pythons: readonly string[],
): Promise<{ readonly python: string; readonly versions: string } | undefined> {
  const probe = [
    'import numpy',
    'try:\n  import numba; found = "Numba " + numba.__version__',
    'except ImportError: found = "no Numba"',
    'print("NumPy " + numpy.__version__ + ", " + found)',
  ].join('\n');
  const found: { readonly python: string; readonly versions: string }[] = [];
  for (const python of pythons) {
    try {
      const { stdout } = await run(python, ['-c', probe]);
      found.push({ python, versions: stdout.trim() });
    } catch {
      // Not there, or without NumPy: another one may do.
    }
  }
  return found.find(({ versions }) => !versions.includes('no Numba')) ?? found[0];
}
