// One temporary folder for everything that a run builds. Nothing is written anywhere else, and `remove` leaves nothing behind.
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

export class TemporaryFolder {
  readonly #root: string;
  #created: Promise<string> | undefined;
  #removed = false;

  constructor(root: string = tmpdir()) {
    this.#root = root;
  }

  /** Absolute, symlinks resolved (bundle URLs must be the same for the main thread and its workers). Created on first use. */
  path(): Promise<string> {
    if (this.#removed) throw new Error('The temporary folder of this run was removed already.');
    this.#created ??= mkdtemp(path.join(this.#root, 'speedlens-')).then((folder) => realpath(folder));
    return this.#created;
  }

  async remove(): Promise<void> {
    this.#removed = true;
    if (this.#created === undefined) return;
    // A benchmark process that is being killed may still hold files for a moment on some systems, hence the retries.
    await rm(await this.#created, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}
