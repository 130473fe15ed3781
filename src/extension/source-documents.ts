// Which documents Speedlens works on.
import type { DocumentFilter, TextDocument } from 'vscode';

const LANGUAGES = ['javascript', 'typescript', 'javascriptreact', 'typescriptreact'];

export const sourceDocuments: readonly DocumentFilter[] = LANGUAGES.map((language) => ({ language, scheme: 'file' }));

export function isSourceDocument(document: TextDocument): boolean {
  return document.uri.scheme === 'file' && LANGUAGES.includes(document.languageId);
}
