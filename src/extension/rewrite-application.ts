// Applying a rewrite as a reviewed edit: refused when the file changed since, previewed in a diff, then one edit that is one undo step.
// Overwrites no file. The npm packages that the new code imports are left to dependency-offer.ts.
import path from 'node:path';
import * as vscode from 'vscode';
import type { RewrittenFile } from '../model/report.ts';
import { callersSentence, filesSentence } from '../present/rewrite-words.ts';
import { offerDependencies } from './dependency-offer.ts';
import { type EditedDocument, editedDocument } from './edited-documents.ts';
import { mendables } from './mendable.ts';
import type { ReportStore } from './report-store.ts';
import { closeShownRewrites, showRewrite } from './rewrite-documents.ts';
import { applicableResults, type FoundRewrite, findRewrite, type RewriteReference } from './rewrites.ts';
import { columnOf } from './source-documents.ts';

export interface RewriteApplication {
  /** Opens the diff and asks. `onConfirmed` is called when the user says yes, maybe much later, maybe never. */
  preview(reference: RewriteReference, onConfirmed: () => void): Promise<void>;
  /** Writes the rewrite. */
  apply(reference: RewriteReference): Promise<void>;
  /** The rewrite that was previewed last and not applied yet. */
  readonly previewed: RewriteReference | undefined;
}

const PREVIEWING = 'speedlens.isPreviewing';

export function createRewriteApplication(
  store: ReportStore,
  titleOf: (strategy: string) => string,
): RewriteApplication {
  let previewed: RewriteReference | undefined;
  const setPreviewed = async (reference: RewriteReference | undefined) => {
    previewed = reference;
    await vscode.commands.executeCommand('setContext', PREVIEWING, reference !== undefined);
  };
  return {
    get previewed() {
      return previewed;
    },
    async preview(reference, onConfirmed) {
      const found = await applicableRewrite(store, reference);
      await showRewrite(found, titleOf);
      await setPreviewed(reference);
      void askToApply(found, titleOf(reference.strategy)).then((confirmed) => {
        // The same rewrite may have been applied by the button in the diff's title meanwhile.
        if (confirmed && previewed === reference) onConfirmed();
      });
    },
    async apply(reference) {
      const found = await applicableRewrite(store, reference);
      const applied = await vscode.workspace.applyEdit(await workspaceEdit(found), { isRefactoring: true });
      if (!applied) throw mendables.editRefused(path.basename(reference.file));
      await setPreviewed(undefined);
      await closeShownRewrites();
      const document = await vscode.workspace.openTextDocument(reference.file);
      await vscode.window.showTextDocument(document, { preview: false, viewColumn: columnOf(reference.file) });
      void offerDependencies(reference.file, found.rewrite.dependencies);
    },
  };
}

/** Everything that speaks against applying is found here, before the preview and once more before the edit. */
async function applicableRewrite(store: ReportStore, reference: RewriteReference): Promise<FoundRewrite> {
  await store.loaded;
  const found = findRewrite(store, reference);
  const { report } = found.stored;
  if (!applicableResults(report).some((result) => result.strategy === reference.strategy)) {
    throw mendables.noRewrite(reference.name);
  }
  for (const file of found.rewrite.files) {
    if (file.newText === undefined) await unchangedDocument(file, found);
    else if (await exists(vscode.Uri.file(file.path))) throw mendables.fileExists(file.path);
  }
  return found;
}

async function unchangedDocument(file: RewrittenFile, { stored, reference }: FoundRewrite): Promise<EditedDocument> {
  const edited = await editedDocument(file, stored.report);
  if (edited === undefined) throw mendables.staleReport(reference.name, path.basename(file.path));
  return edited;
}

/** One edit of all files. */
async function workspaceEdit(found: FoundRewrite): Promise<vscode.WorkspaceEdit> {
  const edit = new vscode.WorkspaceEdit();
  for (const file of found.rewrite.files) {
    const uri = vscode.Uri.file(file.path);
    if (file.newText !== undefined) {
      edit.createFile(uri, { contents: Buffer.from(file.newText), overwrite: false });
      continue;
    }
    const { positionAt } = await unchangedDocument(file, found);
    for (const { start, end, text } of file.edits ?? [])
      edit.replace(uri, new vscode.Range(positionAt(start), positionAt(end)), text);
  }
  return edit;
}

async function askToApply({ reference, rewrite }: FoundRewrite, title: string): Promise<boolean> {
  const callers = rewrite.signature === 'same' ? [] : [callersSentence(rewrite)];
  const question = `Apply the ${title.toLowerCase()} rewrite to ${reference.name}?`;
  const told = [question, filesSentence(rewrite) ?? [], callers].flat().join(' ');
  return (await vscode.window.showInformationMessage(told, 'Apply')) === 'Apply';
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
