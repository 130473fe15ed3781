import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { killTree, OWN_PROCESS_GROUP } from '../../../src/engine/process/process-tree.ts';

describe('killing a tree', () => {
  it('ends what the process started as well, and does not mind one that is gone', async () => {
    const grandchild = 'setInterval(() => {}, 1000); process.stdout.write(String(process.pid))';
    const parent = `
      const { spawn } = require('node:child_process');
      spawn(process.execPath, ['-e', ${JSON.stringify(grandchild)}], { stdio: ['ignore', 'inherit', 'ignore'] });
      for (;;);`;
    const child = spawn(process.execPath, ['-e', parent], {
      stdio: ['ignore', 'pipe', 'ignore'],
      detached: OWN_PROCESS_GROUP,
    });
    const [told] = (await once(child.stdout, 'data')) as [Buffer];
    const pid = Number(told.toString());
    expect(() => process.kill(pid, 0)).not.toThrow();
    const exited = once(child, 'exit');
    killTree(child.pid ?? 0);
    await exited;
    for (let attempt = 0; attempt < 60; attempt++) {
      try {
        process.kill(pid, 0);
      } catch {
        break;
      }
      await delay(50);
    }
    expect(() => process.kill(pid, 0)).toThrow();
    expect(() => killTree(child.pid ?? 0)).not.toThrow();
  });
});
