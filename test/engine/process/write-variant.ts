// Variant bundles for tests with real processes, written by hand as the build stage would make them.
import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { VariantBundle } from '../../../src/model/variant.ts';

export interface VariantFolder {
  readonly folder: string;
  /** Writes an ES module and answers with its bundle; `body` exports what a VariantModule has. */
  readonly write: (body: string, id?: string) => Promise<VariantBundle>;
  readonly remove: () => Promise<void>;
}

export async function variantFolder(): Promise<VariantFolder> {
  const folder = await realpath(await mkdtemp(path.join(os.tmpdir(), 'speedlens-variants-')));
  let count = 0;
  return {
    folder,
    write: async (body, id = 'baseline') => {
      const entry = path.join(folder, `variant-${count++}.mjs`);
      await writeFile(entry, body);
      return { id, entry, cwd: folder };
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
