// Why strategies declined, as hints at the lines that kept them from it: after a run, while its report is open. Hints on lines that are edited
// go, all go with the report. Nothing is shown that was not just measured here, so a workspace that is not trusted has none.
import * as vscode from 'vscode';
import type { Report } from '../model/report.ts';
import { type Hint, hintsAfter, hintsOf } from './hint-places.ts';
import { onDidChangeSettings, readSettings } from './settings.ts';
import { sha256 } from './text-hash.ts';

export interface DeclineHints extends vscode.Disposable {
  /** Replaces what is shown; shows nothing where the file is no longer the text that was benchmarked. */
  show(report: Report): Promise<void>;
  clear(): void;
  readonly shown: readonly Hint[];
}

export function createDeclineHints(titleOf: (strategy: string) => string): DeclineHints {
  const collection = vscode.languages.createDiagnosticCollection('speedlens');
  let document: vscode.TextDocument | undefined;
  let hints: readonly Hint[] = [];

  const paint = (): void => {
    collection.clear();
    if (document === undefined || !readSettings(document.uri).hintsEnabled) return;
    const shownIn = document;
    collection.set(
      shownIn.uri,
      hints.map((hint) => diagnostic(hint, shownIn)),
    );
  };
  const show = (next: vscode.TextDocument | undefined, shown: readonly Hint[]): void => {
    document = next;
    hints = shown;
    paint();
  };

  const listeners = vscode.Disposable.from(
    vscode.workspace.onDidChangeTextDocument((event) => {
      if (event.document.uri.fsPath !== document?.uri.fsPath || event.contentChanges.length === 0) return;
      const changes = event.contentChanges.map(({ range, text }) => ({
        startLine: range.start.line,
        endLine: range.end.line,
        text,
      }));
      show(event.document, hintsAfter(hints, changes));
    }),
    onDidChangeSettings(paint),
  );

  return {
    async show(report) {
      show(undefined, []);
      const found = hintsOf(report, titleOf);
      if (found.length === 0 || !vscode.workspace.isTrusted) return;
      const opened = await vscode.workspace.openTextDocument(report.subject.file);
      if (sha256(opened.getText()) === report.subject.textSha256) show(opened, found);
    },
    clear: () => show(undefined, []),
    get shown() {
      return document !== undefined && readSettings(document.uri).hintsEnabled ? hints : [];
    },
    dispose: () => vscode.Disposable.from(listeners, collection).dispose(),
  };
}

function diagnostic({ code, message, line, character }: Hint, document: vscode.TextDocument): vscode.Diagnostic {
  const place = document.validatePosition(new vscode.Position(line, character));
  const range =
    document.getWordRangeAtPosition(place) ?? new vscode.Range(place, document.lineAt(place.line).range.end);
  const shown = new vscode.Diagnostic(range, message, vscode.DiagnosticSeverity.Hint);
  shown.source = 'Speedlens';
  shown.code = code;
  return shown;
}
