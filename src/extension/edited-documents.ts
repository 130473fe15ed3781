// The files that a rewrite edits, as the editor has them, against the texts that were benchmarked. The editor keeps byte order marks to itself, and the
// engine reads files other than the subject's from the disk, marks included.
import * as vscode from 'vscode';
import type { Report, RewrittenFile } from '../model/report.ts';
import { sha256 } from './text-hash.ts';

export interface EditedDocument {
  readonly document: vscode.TextDocument;
  /** The text as it was benchmarked. */
  readonly text: string;
  /** An offset of that text as a position in the document. */
  positionAt(offset: number): vscode.Position;
}

const BYTE_ORDER_MARK = '\uFEFF';

/** Undefined when the file has changed since, or is gone. */
export async function editedDocument(
  { path, textSha256 }: RewrittenFile,
  { subject }: Report,
): Promise<EditedDocument | undefined> {
  const wanted = path === subject.file ? subject.textSha256 : textSha256;
  const document = await openIfThere(path);
  if (document === undefined) return undefined;
  const shown = document.getText();
  const text = [shown, BYTE_ORDER_MARK + shown].find((one) => sha256(one) === wanted);
  if (text === undefined) return undefined;
  const hidden = text.length - shown.length;
  return { document, text, positionAt: (offset) => document.positionAt(offset - hidden) };
}

/** Of files other than the subject's, by path, as far as they have not changed since. */
export async function otherEditedTexts(report: Report): Promise<Readonly<Record<string, string>>> {
  const files = report.results.flatMap(({ rewrite }) => rewrite?.files ?? []);
  const others = files.filter(({ path, newText }) => path !== report.subject.file && newText === undefined);
  const texts: Record<string, string> = {};
  for (const file of others) {
    const edited = await editedDocument(file, report);
    if (edited !== undefined) texts[file.path] = edited.text;
  }
  return texts;
}

async function openIfThere(path: string): Promise<vscode.TextDocument | undefined> {
  try {
    return await vscode.workspace.openTextDocument(path);
  } catch {
    return undefined;
  }
}
