import { chmodSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { probeNodeOnce } from '../../../src/engine/process/environment.ts';

describe('asking Node for its facts', () => {
  it('an executable is asked once', async () => {
    const first = await probeNodeOnce(process.execPath, 'node');
    expect(first).toMatchObject({ node: process.version, nodePath: process.execPath, runtime: 'node' });
    expect(await probeNodeOnce(process.execPath, 'node')).toBe(first);
  });

  it.skipIf(process.platform === 'win32')(
    'what only leads to one is asked each time: it may lead elsewhere',
    async () => {
      const folder = mkdtempSync(path.join(tmpdir(), 'speedlens-shim-'));
      const [shim, asked] = [path.join(folder, 'node'), path.join(folder, 'asked')];
      writeFileSync(shim, `#!/bin/sh\necho asked >> '${asked}'\nexec '${process.execPath}' "$@"\n`);
      chmodSync(shim, 0o755);
      await probeNodeOnce(shim, 'node');
      await probeNodeOnce(shim, 'node');
      expect(readFileSync(asked, 'utf8')).toBe('asked\nasked\n');
    },
  );
});
