import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { TestApi } from '../../../src/extension/test-api.ts';
import {
  benchmark,
  closeEverything,
  discardEdits,
  eventually,
  open,
  speedlensOnScriptedEngine,
} from '../support/editor.ts';

describe('hints at the lines of strategies that declined', () => {
  let api: TestApi;
  let document: vscode.TextDocument;
  let hintLine: number;
  const inEditor = () => vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'Speedlens');
  const insertAt = async (line: number, text: string): Promise<void> => {
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(line, 0), text);
    await vscode.workspace.applyEdit(edit);
  };
  before(async () => {
    api = await speedlensOnScriptedEngine();
  });
  beforeEach(async () => {
    await closeEverything();
    document = await open('fibonacci.ts');
    // The scripted engine declines on the line after the function's first; counted from 0 here.
    hintLine =
      document
        .getText()
        .split('\n')
        .findIndex((line) => line.includes('function fib(')) + 1;
    await benchmark('fibonacci.ts', 'fib');
    await eventually('the hints', () => inEditor().length > 0);
  });
  afterEach(async () => {
    await discardEdits(document);
    await closeEverything();
  });

  it('stand at the line after a run, with code, sentence and the edit that would unlock it', () => {
    const [hint] = inEditor();
    assert.equal(hint?.range.start.line, hintLine);
    assert.equal(hint.severity, vscode.DiagnosticSeverity.Hint);
    assert.equal(hint.code, 'X1');
    assert.match(hint.message, /declined: Nothing to do here\. To unlock it: Write a loop\.$/);
    assert.equal(inEditor().length, api.hints().length);
  });

  it('move with their lines, and go when a line is edited', async () => {
    await insertAt(0, '// a new line\n');
    await eventually('the hint to move', () => inEditor()[0]?.range.start.line === hintLine + 1);
    await insertAt(hintLine + 1, ' ');
    await eventually('the hint to go', () => inEditor().length === 0);
  });

  it('go when the report is closed', async () => {
    await closeEverything();
    await eventually('the hints to go', () => inEditor().length === 0);
    assert.deepEqual(api.hints(), []);
  });

  it('are away while the setting says so', async () => {
    const settings = vscode.workspace.getConfiguration('speedlens', document.uri);
    await settings.update('hints.enabled', false, vscode.ConfigurationTarget.Workspace);
    try {
      await eventually('the hints to go', () => inEditor().length === 0);
    } finally {
      await settings.update('hints.enabled', undefined, vscode.ConfigurationTarget.Workspace);
    }
    await eventually('the hints to be back', () => inEditor().length > 0);
  });
});
