import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

describe('rewrites', () => {
  let api: TestApi;
  const originals = new Map<string, string>();
  before(async () => {
    api = await speedlensOnScriptedEngine();
    for (const name of ['fibonacci.ts', 'scripts.ts', 'package.json'])
      originals.set(name, readFileSync(workspaceFile(name), 'utf8'));
  });
  beforeEach(closeEverything);
  afterEach(async () => {
    await closeEverything();
    for (const [name, text] of originals) writeFileSync(workspaceFile(name), text);
    for (const name of ['pooled.worker.ts', 'shared.worker.ts', 'callers.ts'])
      rmSync(workspaceFile(name), { force: true });
    // The editor notices the files put back by itself; a document that is still dirty would hide them.
    for (const name of originals.keys()) {
      const document = await vscode.workspace.openTextDocument(workspaceFile(name));
      if (document.getText() !== originals.get(name)) await discardEdits(document);
    }
    await closeEverything();
  });

  it('are compared in the diff editor, original against rewrite, with the language of the file', async () => {
    await benchmark('fibonacci.ts', 'fib');
    await api.sendFromPanel({ type: 'compare', strategy: 'memoization' });
    const diff = await eventually('the diff', shownDiff);
    assert.equal(diff.label, 'Memoization rewrite of fib (fibonacci.ts)');
    const [before, after] = await Promise.all(
      [diff.original, diff.modified].map((uri) => vscode.workspace.openTextDocument(uri)),
    );
    assert.equal(before?.getText(), originals.get('fibonacci.ts'));
    assert.equal(after?.getText(), rewrittenFib(originals.get('fibonacci.ts') ?? ''));
    assert.equal(after?.languageId, 'typescript');
  });

  it('are still compared with the measured text when the file has changed since', async () => {
    await benchmark('fibonacci.ts', 'fib');
    const document = await open('fibonacci.ts');
    await insert(document, '// edited\n');
    await api.sendFromPanel({ type: 'compare', strategy: 'memoization' });
    const diff = await eventually('the diff', shownDiff);
    const before = await vscode.workspace.openTextDocument(diff.original);
    assert.equal(before.getText(), originals.get('fibonacci.ts'));
    await discardEdits(document);
  });

  it('are previewed before anything is written', async () => {
    await benchmark('fibonacci.ts', 'fib');
    await api.sendFromPanel({ type: 'apply', strategy: 'memoization' });
    await eventually('the preview', shownDiff);
    assert.equal(readFileSync(workspaceFile('fibonacci.ts'), 'utf8'), originals.get('fibonacci.ts'));
  });

  it('are applied from the preview as one step that one undo takes back', async () => {
    const original = originals.get('fibonacci.ts') ?? '';
    await benchmark('fibonacci.ts', 'fib');
    await vscode.commands.executeCommand('speedlens.applyRewrite');
    const diff = await eventually('the preview', shownDiff);
    await vscode.commands.executeCommand('speedlens.applyPreviewedRewrite', diff.modified);
    const document = await vscode.workspace.openTextDocument(workspaceFile('fibonacci.ts'));
    assert.equal(document.getText(), rewrittenFib(original));
    assert.equal(shownDiff(), undefined, 'the preview is closed');
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), original);
  });

  it('are refused when the file has changed since the run, and nothing is written', async () => {
    await benchmark('fibonacci.ts', 'fib');
    const document = await open('fibonacci.ts');
    await insert(document, '// edited\n');
    const edited = document.getText();
    await assert.rejects(
      api.sendFromPanel({ type: 'apply', strategy: 'memoization' }),
      /changed since fib was benchmarked/,
    );
    assert.equal(document.getText(), edited);
    await discardEdits(document);
  });

  it('are refused when the file changed between preview and apply', async () => {
    await benchmark('fibonacci.ts', 'fib');
    await api.sendFromPanel({ type: 'apply', strategy: 'memoization' });
    const diff = await eventually('the preview', shownDiff);
    const document = await open('fibonacci.ts');
    await insert(document, '// edited\n');
    const edited = document.getText();
    await vscode.commands.executeCommand('speedlens.applyPreviewedRewrite', diff.modified);
    assert.equal(document.getText(), edited);
    await discardEdits(document);
  });

  it('are refused when a case gave another result', async () => {
    await benchmark('scripts.ts', 'wrong');
    await assert.rejects(api.sendFromPanel({ type: 'apply', strategy: 'memoization' }), /no rewrite/);
  });

  it('create the new files they need, and show all files in the preview', async () => {
    await benchmark('scripts.ts', 'pooled');
    await api.sendFromPanel({ type: 'apply', strategy: 'workers' });
    await eventually('the preview of both files', () => activeTabLabel()?.startsWith('Workers rewrite of pooled'));
    await vscode.commands.executeCommand('speedlens.applyPreviewedRewrite');
    assert.equal(readFileSync(workspaceFile('pooled.worker.ts'), 'utf8'), 'export default 1;\n');
    const document = await vscode.workspace.openTextDocument(workspaceFile('scripts.ts'));
    assert.match(document.getText(), /pooled, first edit/);
    assert.equal(activeTabLabel(), 'scripts.ts');
  });

  it('take their new files back with the same undo', async () => {
    await benchmark('scripts.ts', 'pooled');
    await vscode.commands.executeCommand('speedlens.applyRewrite');
    await vscode.commands.executeCommand('speedlens.applyPreviewedRewrite');
    const document = await open('scripts.ts');
    assert.match(document.getText(), /pooled, first edit/);
    await vscode.commands.executeCommand('undo');
    await eventually('the original text', () => document.getText() === originals.get('scripts.ts'));
    await eventually('the new file to be gone', () => !existsSync(workspaceFile('pooled.worker.ts')));
  });

  it('overwrite no file', async () => {
    writeFileSync(workspaceFile('pooled.worker.ts'), 'mine');
    await benchmark('scripts.ts', 'pooled');
    await assert.rejects(api.sendFromPanel({ type: 'apply', strategy: 'workers' }), /exists already/);
    assert.equal(readFileSync(workspaceFile('pooled.worker.ts'), 'utf8'), 'mine');
  });

  describe('of several files', () => {
    const callers =
      "\uFEFFimport { shared } from './scripts';\r\n\r\nexport const all = async () => await shared();\r\n";
    beforeEach(() => writeFileSync(workspaceFile('callers.ts'), callers));

    it('are shown whole and applied as one edit, each file byte for byte otherwise', async () => {
      await benchmark('scripts.ts', 'shared');
      await api.sendFromPanel({ type: 'apply', strategy: 'workers' });
      await eventually('the preview of all files', () => activeTabLabel()?.startsWith('Workers rewrite of shared'));
      await vscode.commands.executeCommand('speedlens.applyPreviewedRewrite');
      assert.match((await open('scripts.ts')).getText(), /pooled, first edit/);
      const document = await vscode.workspace.openTextDocument(workspaceFile('callers.ts'));
      await document.save();
      assert.equal(
        readFileSync(workspaceFile('callers.ts'), 'utf8'),
        callers.replace('await shared', 'await sharedParallel'),
      );
      assert.equal(existsSync(workspaceFile('shared.worker.ts')), true);
    });

    it('are refused when one of the others has changed since, by its name, and nothing is written', async () => {
      await benchmark('scripts.ts', 'shared');
      const document = await open('callers.ts');
      await insert(document, '// edited\n');
      await assert.rejects(
        api.sendFromPanel({ type: 'apply', strategy: 'workers' }),
        /callers\.ts changed since shared was benchmarked/,
      );
      assert.equal(readFileSync(workspaceFile('scripts.ts'), 'utf8'), originals.get('scripts.ts'));
      assert.equal(existsSync(workspaceFile('shared.worker.ts')), false);
      await discardEdits(document);
    });
  });

  it('change no line end and no byte outside their edits in a file with Windows line ends', async () => {
    const original = 'export function fib() {\r\n\treturn 1;\r\n}\r\n';
    writeFileSync(workspaceFile('windows.ts'), `\uFEFF${original}`);
    await benchmark('windows.ts', 'fib');
    await vscode.commands.executeCommand('speedlens.applyRewrite');
    const diff = await eventually('the preview', shownDiff);
    await vscode.commands.executeCommand('speedlens.applyPreviewedRewrite', diff.modified);
    const document = await vscode.workspace.openTextDocument(workspaceFile('windows.ts'));
    await document.save();
    const written = readFileSync(workspaceFile('windows.ts'), 'utf8');
    const [before, after] = ['export ', 'function fib() {\r\n\treturn 1;\r\n}'];
    assert.equal(written, `\uFEFF${before}// memoized, first edit\r\n${after}\r\n// memoized, second edit\r\n`);
    rmSync(workspaceFile('windows.ts'));
  });
});

/** The scripted rewrite of fib: a line before the function and one behind it. */
function rewrittenFib(text: string): string {
  return text
    .replace('function fib', '// memoized, first edit\nfunction fib')
    .replace('fib(n - 2);\n}', 'fib(n - 2);\n}\n// memoized, second edit');
}

function shownDiff(): { original: vscode.Uri; modified: vscode.Uri; label: string } | undefined {
  for (const tab of vscode.window.tabGroups.all.flatMap((group) => group.tabs)) {
    if (tab.input instanceof vscode.TabInputTextDiff) {
      return { original: tab.input.original, modified: tab.input.modified, label: tab.label };
    }
  }
  return undefined;
}

function activeTabLabel(): string | undefined {
  return vscode.window.tabGroups.activeTabGroup.activeTab?.label;
}
