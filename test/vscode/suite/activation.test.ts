// First by its name: activation is measured before any other test opens a file. Times are printed for people; what is asserted is that the
// work is done and that TypeScript, which would block the host for seconds, is not loaded there.
import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import * as vscode from 'vscode';
import {
  closeEverything,
  discardEdits,
  insert,
  open,
  speedlensLenses,
  speedlensOnScriptedEngine,
} from '../support/editor.ts';

describe('the extension host', () => {
  after(closeEverything);

  it('activates without TypeScript', async () => {
    const extension = vscode.extensions.getExtension('speedlens.speedlens');
    assert.ok(extension && !extension.isActive, 'nothing has activated the extension yet');
    const { busyMs, elapsedMs } = await timed(() => extension.activate());
    console.log(`      activation, bundle included: ${elapsedMs.toFixed(0)} ms, of which ${busyMs.toFixed(0)} ms busy`);
    assert.ok(extension.isActive);
    // TypeScript alone is 3.5 MB: a bundle that has it in cannot be this small.
    assert.ok(statSync(path.join(extension.extensionPath, 'dist/extension.cjs')).size < 500_000);
  });

  it('answers lens requests after each edit', async () => {
    await speedlensOnScriptedEngine();
    const document = await open('fibonacci.ts');
    for (let request = 1; request <= 4; request++) {
      await insert(document, `export function added${request}(): void {\n}\n`);
      let lenses = 0;
      const { busyMs, elapsedMs } = await timed(async () => {
        lenses = (await speedlensLenses(document)).length;
      });
      assert.ok(lenses > 0);
      console.log(
        `      lens request ${request}: answered after ${elapsedMs.toFixed(0)} ms, of which ${busyMs.toFixed(0)} ms busy`,
      );
    }
    await discardEdits(document);
  });
});

/** `busyMs` is the processor time of the whole host meanwhile, so an upper bound of what the work itself took. */
async function timed(work: () => Thenable<unknown>): Promise<{ busyMs: number; elapsedMs: number }> {
  const start = performance.now();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return { busyMs: (user + system) / 1000, elapsedMs: performance.now() - start };
}
