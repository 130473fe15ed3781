// One temporary folder for everything that a run of the tests writes, those of its processes that are killed included: it goes away with the run.
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Vitest calls it before the processes of the tests start, which inherit the environment, and what it returns when they have ended. */
export default function makeTemporaryRoot(): () => void {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'speedlens-tests-')));
  for (const name of ['TMPDIR', 'TMP', 'TEMP']) process.env[name] = root;
  const remove = (): void => rmSync(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  // Whoever ends the run from outside leaves no time for the end of it.
  process.once('SIGTERM', () => {
    remove();
    process.exit(143);
  });
  return remove;
}
