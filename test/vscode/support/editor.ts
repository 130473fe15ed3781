// Verbs of the suite: what a user does in the editor, and waiting for what comes of it.
import assert from 'node:assert/strict';
import path from 'node:path';
import * as vscode from 'vscode';
import type { TestApi } from '../../../src/extension/test-api.ts';

/** The extension, activated, on the scripted engine. */
export async function speedlensOnScriptedEngine(): Promise<TestApi> {
  const api = await speedlens();
  await api.useEngine(path.join(__dirname, 'scripted-engine.mjs'));
  return api;
}

export async function speedlens(): Promise<TestApi> {
  const extension = vscode.extensions.getExtension<TestApi>('speedlens.speedlens');
  assert.ok(extension, 'the extension is not installed in this VS Code');
  return extension.activate();
}

export function workspaceFile(name: string): string {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder, 'the suite needs an open folder');
  return path.join(folder.uri.fsPath, name);
}

export async function open(name: string, cursor?: { line: number; column: number }): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(workspaceFile(name));
  const position = new vscode.Position((cursor?.line ?? 1) - 1, (cursor?.column ?? 1) - 1);
  const editor = await vscode.window.showTextDocument(document, {
    viewColumn: vscode.ViewColumn.One,
    selection: new vscode.Range(position, position),
  });
  await eventually('the cursor', () => editor.selection.active.isEqual(position));
  return document;
}

/** Titles of the lenses as VS Code shows them, in the order of the file. */
export async function lensTitles(document: vscode.TextDocument): Promise<string[]> {
  return (await speedlensLenses(document)).map((lens) => lens.command?.title ?? '');
}

/** Only ours: the editor may have lenses of its own for the same file. */
export async function speedlensLenses(document: vscode.TextDocument): Promise<vscode.CodeLens[]> {
  const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
    'vscode.executeCodeLensProvider',
    document.uri,
    100,
  );
  return lenses.filter((lens) => lens.command?.command.startsWith('speedlens.'));
}

export async function benchmark(name: string, functionName: string): Promise<void> {
  await vscode.commands.executeCommand('speedlens.benchmarkFunction', {
    file: workspaceFile(name),
    name: functionName,
  });
}

/** Tried again when the editor says that its text moved on before the edit arrived, as it does on a busy machine. */
export async function insert(document: vscode.TextDocument, text: string): Promise<void> {
  await eventually('the edit', () => {
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), text);
    return vscode.workspace.applyEdit(edit);
  });
}

/** Puts the file back as it is on disk, whatever a test typed. */
export async function discardEdits(document: vscode.TextDocument): Promise<void> {
  await vscode.window.showTextDocument(document);
  await eventually('the text on disk', async () => {
    await vscode.commands.executeCommand('workbench.action.files.revert');
    return !document.isDirty;
  });
}

export async function eventually<Value>(
  what: string,
  look: () => Value | Thenable<Value>,
  limitMs = 20_000,
): Promise<NonNullable<Value>> {
  const end = Date.now() + limitMs;
  while (true) {
    const value = await look();
    if (value) return value;
    if (Date.now() > end) assert.fail(`waited ${limitMs} ms for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}

export async function closeEverything(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
