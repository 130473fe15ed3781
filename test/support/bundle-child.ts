// Builds the entry of the benchmark process as the release does, into a temporary folder, for tests with real processes.
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export interface BundledChild {
  /** Absolute path of the bundle. */
  readonly entry: string;
  /** Removes it. */
  readonly remove: () => Promise<void>;
}

export async function bundleChild(): Promise<BundledChild> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'speedlens-child-'));
  const entry = path.join(folder, 'benchmark-process.mjs');
  await build({
    entryPoints: [fileURLToPath(new URL('../../src/engine/process/child/main.ts', import.meta.url))],
    outfile: entry,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'silent',
  });
  return { entry, remove: () => rm(folder, { recursive: true, force: true }) };
}
