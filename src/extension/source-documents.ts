// Which documents Speedlens works on, and where in the window their code stands.
import * as vscode from 'vscode';

const LANGUAGES = ['javascript', 'typescript', 'javascriptreact', 'typescriptreact'];

export const sourceDocuments: readonly vscode.DocumentFilter[] = LANGUAGES.map((language) => ({
  language,
  scheme: 'file',
}));

export function isSourceDocument(document: vscode.TextDocument): boolean {
  return document.uri.scheme === 'file' && LANGUAGES.includes(document.languageId);
}

/** The column that has the file in a tab, so that whatever concerns the code opens there; the first one when it is in none. */
export function columnOf(file: string): vscode.ViewColumn {
  const holds = (tab: vscode.Tab) => tab.input instanceof vscode.TabInputText && tab.input.uri.fsPath === file;
  return vscode.window.tabGroups.all.find((group) => group.tabs.some(holds))?.viewColumn ?? vscode.ViewColumn.One;
}
