// "Create Inputs File": the engine writes the template, the editor creates the file and opens it. An existing file is left as it is.
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
  if (!template.exists) {
    const edit = new vscode.WorkspaceEdit();
    edit.createFile(uri, { contents: Buffer.from(template.text), overwrite: false });
    if (!(await vscode.workspace.applyEdit(edit))) throw mendables.editRefused(path.basename(template.path));
  }
  await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.Beside });
  if (template.exists) void offerEntry(path.basename(template.path), target.name, template.text);
}

async function offerEntry(fileName: string, name: string, text: string): Promise<void> {
  const copy = 'Copy Template';
  const question = `${fileName} exists already and was left as it is. A template for ${name} can be copied to paste from.`;
  if ((await vscode.window.showInformationMessage(question, copy)) === copy) await vscode.env.clipboard.writeText(text);
}
