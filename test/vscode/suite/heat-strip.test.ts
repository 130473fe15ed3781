import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { TestApi } from '../../../src/extension/test-api.ts';
import {
  benchmark,
  closeEverything,
  discardEdits,
  eventually,
  insert,
  open,
  speedlensOnScriptedEngine,
  workspaceFile,
} from '../support/editor.ts';

const toggle = () => vscode.commands.executeCommand('speedlens.toggleHeatStrip');

describe('the heat strip', () => {
  let api: TestApi;
  let fibLine: number;
  before(async () => {
    api = await speedlensOnScriptedEngine();
  });
  beforeEach(async () => {
    await closeEverything();
    const document = await open('fibonacci.ts');
    fibLine =
      document
        .getText()
        .split('\n')
        .findIndex((line) => line.includes('function fib(')) + 1;
    await benchmark('fibonacci.ts', 'fib');
    await open('fibonacci.ts');
  });
  afterEach(closeEverything);

  it('puts the share behind each hot line of the last report about the file, and goes with a second call', async () => {
    await toggle();
    const file = workspaceFile('fibonacci.ts');
    assert.deepEqual(api.heatStrip(), [
      { file, line: fibLine + 1, words: '75 % of the time' },
      { file, line: fibLine, words: '20 % of the time' },
    ]);
    await toggle();
    assert.deepEqual(api.heatStrip(), []);
  });

  it('opens the file when the report page asks for it', async () => {
    await closeEverything();
    await vscode.commands.executeCommand('speedlens.openLastReport');
    await api.sendFromPanel({ type: 'heat-strip' });
    assert.equal(api.heatStrip().length, 2);
    const shown = vscode.window.visibleTextEditors.map(({ document }) => document.uri.fsPath);
    assert.ok(shown.includes(workspaceFile('fibonacci.ts')));
  });

  it('goes when the file is edited, and does not come back for the changed text', async () => {
    await toggle();
    const document = await open('fibonacci.ts');
    await insert(document, '// edited\n');
    await eventually('the strip to go', () => api.heatStrip().length === 0);
    await assert.rejects(api.sendFromPanel({ type: 'heat-strip' }), /changed since fib was benchmarked/);
    assert.deepEqual(api.heatStrip(), []);
    await discardEdits(document);
  });

  it('goes when the file is closed', async () => {
    await toggle();
    assert.equal(api.heatStrip().length, 2);
    await closeEverything();
    await eventually('the strip to go', () => api.heatStrip().length === 0);
  });

  it('stays when the file is shown in a second editor as well', async () => {
    await toggle();
    await vscode.commands.executeCommand('workbench.action.splitEditor');
    assert.equal(api.heatStrip().length, 2);
  });

  it('says so when the report has too few samples for lines', async () => {
    await benchmark('scripts.ts', 'pooled');
    await assert.rejects(api.sendFromPanel({ type: 'heat-strip' }), /does not tell where its time goes/);
  });
});
