// Rewritten files as read-only virtual documents, and VS Code's own diff editor on them. The path of a document's URI is the path of
// the real file, so that the editor highlights it by its extension.
import path from 'node:path';
import * as vscode from 'vscode';
import type { RewrittenFile } from '../model/report.ts';
import type { ReportStore } from './report-store.ts';
import { type FoundRewrite, findRewrite, type RewriteReference, textAfter, textBefore } from './rewrites.ts';
import { columnOf } from './source-documents.ts';

export const REWRITE_SCHEME = 'speedlens-rewrite';

interface RewriteQuery extends RewriteReference {
  readonly side: 'before' | 'after';
}

export function registerRewriteDocuments(store: ReportStore): vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const provider: vscode.TextDocumentContentProvider = {
    onDidChange: changed.event,
    async provideTextDocumentContent(uri) {
      await store.loaded;
      const query = parseQuery(uri);
      const found = findRewrite(store, query);
      const file = found.rewrite.files.find((candidate) => vscode.Uri.file(candidate.path).path === uri.path);
      if (file === undefined) return '';
      return (query.side === 'after' ? textAfter(found, file) : textBefore(found, file)) ?? '';
    },
  };
  const refresh = store.onDidChange(() => {
    for (const document of vscode.workspace.textDocuments) {
      if (document.uri.scheme === REWRITE_SCHEME) changed.fire(document.uri);
    }
  });
  return vscode.Disposable.from(
    changed,
    refresh,
    vscode.workspace.registerTextDocumentContentProvider(REWRITE_SCHEME, provider),
  );
}

/** Opens the diff editor on what the rewrite changes; on all its files when there are several. */
export async function showRewrite(found: FoundRewrite, titleOf: (strategy: string) => string): Promise<void> {
  const { reference, rewrite } = found;
  const title = `${titleOf(reference.strategy)} rewrite of ${reference.name}`;
  // What changed during the run has no text that its edits would fit; applying says so.
  const files = rewrite.files.filter((file) => textAfter(found, file) !== undefined);
  const [first, ...others] = files;
  if (first === undefined) return;
  if (others.length === 0) {
    await vscode.commands.executeCommand(
      'vscode.diff',
      rewriteUri(reference, first, 'before'),
      rewriteUri(reference, first, 'after'),
      `${title} (${path.basename(first.path)})`,
      { preview: true, viewColumn: columnOf(reference.file) },
    );
    return;
  }
  const resources = files.map((file) => [
    vscode.Uri.file(file.path),
    file.newText === undefined ? rewriteUri(reference, file, 'before') : undefined,
    rewriteUri(reference, file, 'after'),
  ]);
  await vscode.commands.executeCommand('vscode.changes', title, resources);
}

/** The rewrite that a virtual document shows; undefined for any other URI. */
export function shownRewrite(uri: vscode.Uri): RewriteReference | undefined {
  if (uri.scheme !== REWRITE_SCHEME) return undefined;
  const { file, name, strategy } = parseQuery(uri);
  return { file, name, strategy };
}

/** Closes the tabs that show rewrites: after one was applied they show what is no longer a proposal. */
export async function closeShownRewrites(): Promise<void> {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs).filter(showsRewrite);
  await vscode.window.tabGroups.close(tabs);
}

function showsRewrite(tab: vscode.Tab): boolean {
  if (tab.input instanceof vscode.TabInputTextDiff) return tab.input.modified.scheme === REWRITE_SCHEME;
  // The stable API has no class for the multi-file diff; its input has `textDiffs` where the API is known.
  const { textDiffs } = (tab.input ?? {}) as { textDiffs?: readonly { modified?: vscode.Uri }[] };
  return textDiffs?.some((diff) => diff.modified?.scheme === REWRITE_SCHEME) ?? false;
}

function rewriteUri(reference: RewriteReference, file: RewrittenFile, side: RewriteQuery['side']): vscode.Uri {
  const { file: subjectFile, name, strategy } = reference;
  const query: RewriteQuery = { file: subjectFile, name, strategy, side };
  return vscode.Uri.file(file.path).with({ scheme: REWRITE_SCHEME, query: JSON.stringify(query) });
}

function parseQuery(uri: vscode.Uri): RewriteQuery {
  return JSON.parse(uri.query) as RewriteQuery;
}
