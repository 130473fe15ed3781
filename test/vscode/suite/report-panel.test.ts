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

describe('the report panel', () => {
  let api: TestApi;
  before(async () => {
    api = await speedlensOnScriptedEngine();
    await closeEverything();
  });
  after(closeEverything);

  it('opens beside the code without taking the focus', async () => {
    await open('fibonacci.ts', { line: 3, column: 3 });
    await benchmark('fibonacci.ts', 'fib');
    const tab = reportTabs()[0];
    assert.equal(tab?.label, 'Speedlens: fib');
    assert.equal(tab?.group.viewColumn, vscode.ViewColumn.Two);
    assert.equal(vscode.window.activeTextEditor?.document.uri.fsPath, workspaceFile('fibonacci.ts'));
  });

  it('shows the report that the engine gave, with the rows of all strategies', () => {
    const state = api.panelState();
    assert.equal(state?.report, api.lastReport());
    assert.equal(state?.interactive, true);
    assert.equal(state?.stale, false);
    assert.deepEqual(
      state?.strategies.map((row) => row.title),
      ['Workers', 'Typed-arrays', 'Memoization'],
    );
    assert.equal(state?.report?.baseline.perCase.length, 3);
  });

  it('is one panel for all runs', async () => {
    await benchmark('fibonacci.ts', 'plain');
    assert.deepEqual(
      reportTabs().map((tab) => tab.label),
      ['Speedlens: plain'],
    );
  });

  it('turns stale with an edit of the file and fresh again when the edit is taken back', async () => {
    const document = await open('fibonacci.ts');
    await insert(document, '// edited\n');
    await eventually('stale', () => api.panelState()?.stale);
    await discardEdits(document);
    await eventually('fresh', () => api.panelState()?.stale === false);
  });

  it('stays fresh while another file is edited', async () => {
    const other = await open('plain.js');
    await insert(other, '// edited\n');
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.equal(api.panelState()?.stale, false);
    await discardEdits(other);
  });

  it('jumps to the line of a reason', async () => {
    await open('plain.js');
    const line = api.lastReport()?.results[0]?.reasons[0]?.line ?? 0;
    await api.sendFromPanel({ type: 'reveal', line, column: 3 });
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.uri.fsPath, workspaceFile('fibonacci.ts'));
    assert.deepEqual(editor?.selection.active, new vscode.Position(line - 1, 2));
  });

  it('runs again with the options of the run it shows', async () => {
    await api.sendFromPanel({ type: 'run-again' });
    assert.equal(api.panelState()?.title, 'plain');
    assert.equal(api.panelState()?.running, false);
  });

  it('copies the report as Markdown', async () => {
    await benchmark('fibonacci.ts', 'fib');
    await api.sendFromPanel({ type: 'copy-markdown' });
    const markdown = await vscode.env.clipboard.readText();
    assert.match(markdown, /fib/);
    assert.match(markdown, /736x/);
  });

  it('exports one HTML file that holds its script, its style and the report', async () => {
    const html = await api.exportedHtml();
    assert.match(html, /^<!doctype html>/i);
    assert.match(html, /"textSha256"/);
    assert.doesNotMatch(html, /<script[^>]+src=/);
  });

  it('is opened again by "Open Last Report" after it was closed', async () => {
    await closeEverything();
    await eventually('no panel', () => reportTabs().length === 0);
    await vscode.commands.executeCommand('speedlens.openLastReport');
    await eventually('the panel', () => reportTabs().length === 1);
    assert.equal(api.panelState()?.report?.subject.name, 'fib');
  });

  it('stays closed when the user closes it during a run', async () => {
    const run = benchmark('fibonacci.ts', 'fib');
    await eventually('the run', () => api.panelState()?.progress);
    await vscode.window.tabGroups.close(reportTabs());
    await run;
    assert.equal(reportTabs().length, 0);
  });

  it('opens the report of its own function from a lens', async () => {
    await vscode.commands.executeCommand('speedlens.openLastReport', {
      file: workspaceFile('fibonacci.ts'),
      name: 'plain',
    });
    assert.equal(api.panelState()?.report?.subject.name, 'plain');
  });
});

function reportTabs(): vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap((group) => group.tabs)
    .filter((tab) => tab.input instanceof vscode.TabInputWebview && tab.input.viewType.endsWith('speedlens.report'));
}
