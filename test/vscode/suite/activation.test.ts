// First by its name: activation is measured before any other test opens a file. The times are printed; the bounds only catch what blocks.
import assert from 'node:assert/strict';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import * as vscode from 'vscode';
import { closeEverything, insert, discardEdits, open, speedlensLenses, speedlensOnScriptedEngine } from '../support/editor.ts';

const BLOCKING_LIMIT_MS = 400;

describe('the extension host', () => {
  after(closeEverything);

  it('is not kept waiting by activation', async () => {
    const extension = vscode.extensions.getExtension('speedlens.speedlens');
    assert.ok(extension && !extension.isActive, 'nothing has activated the extension yet');
    const start = performance.now();
    await extension.activate();
    const elapsed = performance.now() - start;
    console.log(`      activation, bundle included: ${elapsed.toFixed(1)} ms`);
    assert.ok(elapsed < BLOCKING_LIMIT_MS, `activation took ${elapsed} ms`);
  });

  it('is not kept waiting by lens requests', async () => {
    await speedlensOnScriptedEngine();
    const document = await open('fibonacci.ts');
    const delay = monitorEventLoopDelay({ resolution: 1 });
    const requests: number[] = [];
    delay.enable();
    for (let index = 0; index < 5; index++) {
      await insert(document, `export function added${index}(): void {\n}\n`);
      const start = performance.now();
      await speedlensLenses(document);
      requests.push(performance.now() - start);
    }
    delay.disable();
    const longest = delay.max / 1e6;
    const times = requests.map((time) => time.toFixed(0)).join(', ');
    console.log(`      lens requests after an edit: ${times} ms; the host was never busy for longer than ${longest.toFixed(1)} ms`);
    assert.ok(longest < BLOCKING_LIMIT_MS, `the host was busy for ${longest} ms`);
    await discardEdits(document);
  });
});
