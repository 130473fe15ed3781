// One code lens above each function that can be run: "Benchmark", or the last verdict with a mark when the file changed since.
import * as vscode from 'vscode';
import type { FunctionListing } from '../model/function-listing.ts';
import type { EngineClient, EngineLog } from './engine-client.ts';
import type { DocumentFunctions, FunctionLists } from './function-lists.ts';
import { lensTitle, lensTooltip } from './lens-title.ts';
import type { ReportStore } from './report-store.ts';
import { onDidChangeSettings, readSettings } from './settings.ts';
import { sourceDocuments } from './source-documents.ts';

export function registerFunctionLenses(parts: {
  readonly engine: EngineClient;
  readonly lists: FunctionLists;
  readonly store: ReportStore;
  readonly log: EngineLog;
  readonly titleOf: (strategy: string) => string;
}): vscode.Disposable {
  const { engine, lists, store, log, titleOf } = parts;
  const changed = new vscode.EventEmitter<void>();
  const provider: vscode.CodeLensProvider = {
    onDidChangeCodeLenses: changed.event,
    async provideCodeLenses(document, token) {
      if (!readSettings(document.uri).codeLensEnabled || engine.isUnstable) return [];
      try {
        const listed = await lists.afterPause(document);
        if (listed === undefined || token.isCancellationRequested) return [];
        return lensesOf(document, listed, { store, titleOf });
      } catch (error) {
        // Lenses come unasked, so their failures go to the log and not into the user's face.
        log.warn(`no lenses for ${document.uri.fsPath}: ${error}`);
        return [];
      }
    },
  };
  return vscode.Disposable.from(
    changed,
    vscode.languages.registerCodeLensProvider(sourceDocuments as vscode.DocumentFilter[], provider),
    onDidChangeSettings(() => changed.fire()),
    store.onDidChange(() => changed.fire()),
  );
}

interface Known {
  readonly store: ReportStore;
  readonly titleOf: (strategy: string) => string;
}

function lensesOf(document: vscode.TextDocument, listed: DocumentFunctions, known: Known): vscode.CodeLens[] {
  return listed.functions
    .filter((listing) => listing.notRunnable === undefined)
    .map((listing) => new vscode.CodeLens(lensRange(listing), lensCommand(document, listing, listed, known)));
}

function lensRange(listing: FunctionListing): vscode.Range {
  const position = new vscode.Position(listing.line - 1, Math.max(0, listing.column - 1));
  return new vscode.Range(position, position);
}

function lensCommand(
  document: vscode.TextDocument,
  listing: FunctionListing,
  listed: DocumentFunctions,
  { store, titleOf }: Known,
): vscode.Command {
  const report = store.of(document.uri.fsPath, listing.name)?.report;
  const isStale = report !== undefined && report.subject.textSha256 !== listed.textSha256;
  const target = { file: document.uri.fsPath, name: listing.name };
  return {
    title: lensTitle(report, isStale, titleOf),
    tooltip: lensTooltip(report, isStale),
    command: report !== undefined && !isStale ? 'speedlens.openLastReport' : 'speedlens.benchmarkFunction',
    arguments: [target],
  };
}
