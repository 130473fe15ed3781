// After a rewrite that imports npm packages: offers to add the missing ones to the nearest package.json, or to copy the install command.
// Never runs npm.
import path from 'node:path';
import * as vscode from 'vscode';
import { installCommand, missingDependencies, withDependencies } from './package-dependencies.ts';

const ADD = 'Add to package.json';
const COPY = 'Copy Install Command';

export async function offerDependencies(file: string, wanted: Readonly<Record<string, string>>): Promise<void> {
  if (Object.keys(wanted).length === 0) return;
  const manifest = await nearestManifest(file);
  const missing = manifest === undefined ? wanted : missingDependencies(manifest.getText(), wanted);
  const names = Object.keys(missing);
  if (names.length === 0) return;
  const choices = manifest === undefined ? [COPY] : [ADD, COPY];
  const question = `The rewrite imports ${names.join(' and ')}, which this project does not have yet.`;
  const choice = await vscode.window.showInformationMessage(question, ...choices);
  if (choice === ADD && manifest !== undefined) await addDependencies(manifest, missing);
  if (choice === COPY) await vscode.env.clipboard.writeText(installCommand(missing));
}

export async function addDependencies(
  manifest: vscode.TextDocument,
  dependencies: Readonly<Record<string, string>>,
): Promise<void> {
  const text = manifest.getText();
  const edit = new vscode.WorkspaceEdit();
  const whole = new vscode.Range(manifest.positionAt(0), manifest.positionAt(text.length));
  edit.replace(manifest.uri, whole, withDependencies(text, dependencies));
  await vscode.workspace.applyEdit(edit);
  await vscode.window.showTextDocument(manifest, { preview: false });
}

/** The package.json of the innermost package around a file, as an open document; undefined outside any. */
export async function nearestManifest(file: string): Promise<vscode.TextDocument | undefined> {
  for (const folder of foldersAround(file)) {
    const uri = vscode.Uri.file(path.join(folder, 'package.json'));
    const found = await vscode.workspace.fs.stat(uri).then(
      () => true,
      () => false,
    );
    if (found) return vscode.workspace.openTextDocument(uri);
  }
  return undefined;
}

/** The file's folder, its parent, and so on up to the root. */
function foldersAround(file: string): readonly string[] {
  const folders = [path.dirname(file)];
  for (let parent = path.dirname(folders[0] ?? file); parent !== folders.at(-1); parent = path.dirname(parent)) {
    folders.push(parent);
  }
  return folders;
}
