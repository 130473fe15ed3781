import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { TestApi } from '../../../src/extension/test-api.ts';
import {
  benchmark,
  closeEverything,
  discardEdits,
  eventually,
  insert,
  lensTitles,
  open,
  speedlensLenses,
  speedlensOnScriptedEngine,
} from '../support/editor.ts';

describe('the code lens', () => {
  let api: TestApi;
  before(async () => {
    api = await speedlensOnScriptedEngine();
  });
  after(closeEverything);

  it('stands above each function that can be run, and above no other', async () => {
    const document = await open('fibonacci.ts');
    const lenses = await speedlensLenses(document);
    assert.deepEqual(
      lenses.map((lens) => document.lineAt(lens.range.start.line).text),
      document
        .getText()
        .split('\n')
        .filter((line) => line.startsWith('export function')),
    );
  });

  it('is there in JavaScript and in TSX, and not in other languages', async () => {
    assert.deepEqual(await lensTitles(await open('plain.js')), ['$(zap) Benchmark']);
    assert.deepEqual(await lensTitles(await open('component.tsx')), ['$(zap) Benchmark']);
    assert.equal((await lensTitles(await open('notes.md'))).length, 0);
  });

  it('shows the last verdict after a run, and opens the report', async () => {
    const document = await open('fibonacci.ts');
    await benchmark('fibonacci.ts', 'fib');
    const [fib] = await speedlensLenses(document);
    assert.equal(fib?.command?.title, '$(zap) Memoization 736x faster');
    assert.equal(fib?.command?.command, 'speedlens.openLastReport');
  });

  it('says that a verdict is older than the last edit, runs again then, and forgets the mark when the edit is undone', async () => {
    const document = await open('fibonacci.ts');
    await insert(document, '// edited\n');
    const [stale] = await speedlensLenses(document);
    assert.equal(stale?.command?.title, '$(history) Memoization 736x faster (before the last edit)');
    assert.equal(stale?.command?.command, 'speedlens.benchmarkFunction');
    await discardEdits(document);
    assert.equal((await lensTitles(document))[0], '$(zap) Memoization 736x faster');
  });

  it('follows the functions while the text is edited', async () => {
    const document = await open('plain.js');
    await insert(document, 'function added() {}\n');
    assert.equal((await lensTitles(document)).length, 2);
    await discardEdits(document);
  });

  it('says so when no strategy helps', async () => {
    await benchmark('fibonacci.ts', 'plain');
    assert.equal((await lensTitles(await open('fibonacci.ts')))[1], '$(zap) best left as it is');
  });

  it('is switched off by its own setting, at once', async () => {
    const document = await open('fibonacci.ts');
    const section = vscode.workspace.getConfiguration('speedlens', document.uri);
    await section.update('codeLens.enabled', false, vscode.ConfigurationTarget.Workspace);
    try {
      await eventually('no lenses', async () => (await lensTitles(document)).length === 0);
    } finally {
      await section.update('codeLens.enabled', undefined, vscode.ConfigurationTarget.Workspace);
    }
    await eventually('the lenses again', async () => (await lensTitles(document)).length === 3);
  });

  it('comes back after the engine crashed', async () => {
    const document = await open('fibonacci.ts');
    await benchmark('scripts.ts', 'crash');
    assert.equal(api.panelState()?.failure?.code, 'engine-ended');
    await insert(document, '\n');
    assert.equal((await lensTitles(document)).length, 3);
    await discardEdits(document);
  });

  it('answers a request while the engine is busy measuring', async () => {
    const document = await open('scripts.ts');
    const run = benchmark('scripts.ts', 'endless');
    await eventually('the run', () => api.panelState()?.progress);
    await insert(document, '\n');
    assert.equal((await lensTitles(document)).length, 7);
    await api.sendFromPanel({ type: 'cancel' });
    await run;
    await discardEdits(document);
  });
});
