// "Create Inputs File": the engine writes the template, the editor makes the file, or adds the entry to the module that is there, and opens it.
// A module that has an entry for the function already is only opened.
import { existsSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import type { Target } from './benchmark-runs.ts';
import type { EngineClient } from './engine-client.ts';
import { mendables } from './mendable.ts';

export async function createInputsFile(target: Target, engine: EngineClient): Promise<void> {
  const document = await vscode.workspace.openTextDocument(target.file);
  const template = await engine.request('inputs-template', {
    file: target.file,
    text: document.getText(),
    name: target.name,
  });
  const uri = vscode.Uri.file(template.path);
  if (!template.exists && !(await vscode.workspace.applyEdit(await editFor(uri, template.text))))
    throw mendables.editRefused(path.basename(template.path));
  await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.Beside });
}

/** A new file, or the whole new text of the module that is there, so that one undo takes the entry out again. */
async function editFor(uri: vscode.Uri, text: string): Promise<vscode.WorkspaceEdit> {
  const edit = new vscode.WorkspaceEdit();
  if (existsSync(uri.fsPath)) {
    const module = await vscode.workspace.openTextDocument(uri);
    edit.replace(uri, new vscode.Range(0, 0, module.lineCount, 0), text);
  } else edit.createFile(uri, { contents: Buffer.from(text), overwrite: false });
  return edit;
}
