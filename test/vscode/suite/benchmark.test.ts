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

describe('benchmarking', () => {
  let api: TestApi;
  before(async () => {
    api = await speedlensOnScriptedEngine();
  });
  afterEach(async () => {
    if (api.panelState()?.running) await api.sendFromPanel({ type: 'cancel' });
    await api.whenIdle();
    await closeEverything();
  });

  it('takes the function at the cursor', async () => {
    await open('fibonacci.ts', { line: 4, column: 10 });
    await vscode.commands.executeCommand('speedlens.benchmarkFunction');
    assert.equal(api.lastReport()?.subject.name, 'fib');
    assert.equal(api.lastReport()?.subject.file, workspaceFile('fibonacci.ts'));
  });

  it('takes the enclosing function when the one at the cursor cannot be run alone', async () => {
    await open('fibonacci.ts', { line: 16, column: 6 });
    await vscode.commands.executeCommand('speedlens.benchmarkFunction');
    assert.equal(api.lastReport()?.subject.name, 'outer');
  });

  it('lets the user pick a function of the file when the cursor is in none', async () => {
    await open('fibonacci.ts', { line: 1, column: 1 });
    const run = vscode.commands.executeCommand('speedlens.benchmarkFunction');
    await eventually('the run of the picked function', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return api.panelState()?.running ?? false;
    });
    await run;
    assert.equal(api.lastReport()?.subject.name, 'fib');
  });

  it('measures what stands in the editor, saved or not', async () => {
    const document = await open('plain.js');
    await insert(document, 'export function unsaved() {\n}\n');
    await benchmark('plain.js', 'unsaved');
    assert.equal(api.lastReport()?.subject.name, 'unsaved');
    await discardEdits(document);
  });

  it('hands the settings to the engine', async () => {
    const section = vscode.workspace.getConfiguration('speedlens');
    await section.update('budgetSeconds', 7, vscode.ConfigurationTarget.Workspace);
    await section.update('strategies', ['memoization'], vscode.ConfigurationTarget.Workspace);
    try {
      await benchmark('fibonacci.ts', 'fib');
      assert.deepEqual(api.lastReport()?.inputs.notes, ['budget 7000 ms']);
      assert.deepEqual(
        api.lastReport()?.results.map((result) => result.strategy),
        ['memoization'],
      );
    } finally {
      await section.update('budgetSeconds', undefined, vscode.ConfigurationTarget.Workspace);
      await section.update('strategies', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('takes a budget out of bounds for the nearest one', async () => {
    const section = vscode.workspace.getConfiguration('speedlens');
    await section.update('budgetSeconds', 0.1, vscode.ConfigurationTarget.Workspace);
    try {
      await benchmark('fibonacci.ts', 'fib');
      assert.deepEqual(api.lastReport()?.inputs.notes, ['budget 5000 ms']);
    } finally {
      await section.update('budgetSeconds', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('measures with the Node of the setting, and says so when there is none at that path', async () => {
    const section = vscode.workspace.getConfiguration('speedlens');
    await section.update('nodePath', process.execPath, vscode.ConfigurationTarget.Workspace);
    try {
      await benchmark('fibonacci.ts', 'fib');
      assert.equal(api.lastReport()?.environment.nodePath, process.execPath);
      await section.update('nodePath', workspaceFile('no-node-here'), vscode.ConfigurationTarget.Workspace);
      await benchmark('fibonacci.ts', 'fib');
      assert.equal(api.panelState()?.failure?.code, 'no-node');
    } finally {
      await section.update('nodePath', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('shows progress and what is known so far while it runs, then the whole report', async () => {
    const run = benchmark('fibonacci.ts', 'fib');
    const seen = new Map<number, number>();
    await eventually('the end of the run', () => {
      const state = api.panelState();
      if (state?.running && state.progress?.round !== undefined)
        seen.set(state.progress.round, state.report?.results.length ?? 0);
      return state !== undefined && !state.running && state.report?.results.length === 3;
    });
    await run;
    assert.ok(seen.size >= 2, `only ${seen.size} rounds were seen`);
    for (const [round, results] of seen) assert.equal(results, round - 1);
  });

  it('is stopped by the user, keeps the report of the run before, and is not an error', async () => {
    const run = benchmark('scripts.ts', 'endless');
    await eventually('the run', () => api.panelState()?.progress);
    const before = api.lastReport();
    await api.sendFromPanel({ type: 'cancel' });
    await run;
    await api.whenIdle();
    const state = await eventually('the stopped state', () =>
      api.panelState()?.running ? undefined : api.panelState(),
    );
    assert.equal(state.failure?.code, 'cancelled');
    assert.equal(api.lastReport(), before);
  });

  it('runs one at a time: a second one waits for the answer whether to stop the first', async () => {
    const first = benchmark('scripts.ts', 'endless');
    await eventually('the run', () => api.panelState()?.progress);
    void benchmark('fibonacci.ts', 'fib');
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.equal(api.panelState()?.title, 'Benchmarking endless');
    await api.sendFromPanel({ type: 'cancel' });
    await first;
  });

  it('shows a failure that the user can mend with its next step', async () => {
    await benchmark('scripts.ts', 'broken');
    assert.deepEqual(api.panelState()?.failure, {
      code: 'always-throws',
      sentence: 'broken throws on every case.',
      nextStep: 'Give other inputs.',
    });
    assert.equal(api.panelState()?.running, false);
  });

  it('survives a bug of the engine and goes on working', async () => {
    await benchmark('scripts.ts', 'buggy');
    assert.equal(api.panelState()?.failure?.code, 'internal');
    await benchmark('fibonacci.ts', 'fib');
    assert.equal(api.panelState()?.failure, undefined);
  });

  it('survives a crash of the engine and goes on working', async () => {
    await benchmark('scripts.ts', 'crash');
    assert.equal(api.panelState()?.failure?.code, 'engine-ended');
    assert.match(api.panelState()?.failure?.sentence ?? '', /exit code 7/);
    await benchmark('fibonacci.ts', 'fib');
    assert.equal(api.panelState()?.report?.subject.name, 'fib');
  });

  it('says that a function is gone when it was renamed meanwhile', async () => {
    await benchmark('fibonacci.ts', 'noSuchFunction');
    assert.equal(api.panelState()?.failure?.code, 'function-gone');
  });
});
