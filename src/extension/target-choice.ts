// Which function a command means: the one it was given, the one at the cursor, or one picked from the file.
import path from 'node:path';
import * as vscode from 'vscode';
import type { FunctionListing } from '../model/function-listing.ts';
import type { Target } from './benchmark-runs.ts';
import { type FunctionLists, functionAt } from './function-lists.ts';
import { mendables } from './mendable.ts';
import { isSourceDocument } from './source-documents.ts';

/** Undefined when the user leaves the pick without choosing. */
export async function chooseTarget(argument: unknown, lists: FunctionLists): Promise<Target | undefined> {
  if (isTarget(argument)) return argument;
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined || !isSourceDocument(editor.document)) throw mendables.noSourceFile();
  const { document } = editor;
  const { functions } = await lists.of(document);
  const atCursor = functionAt(functions, document, editor.selection.active);
  if (atCursor !== undefined) return targetOf(document, atCursor);
  return pickTarget(document, functions);
}

export function isTarget(value: unknown): value is Target {
  if (typeof value !== 'object' || value === null) return false;
  const { file, name } = value as Partial<Target>;
  return typeof file === 'string' && typeof name === 'string';
}

async function pickTarget(
  document: vscode.TextDocument,
  functions: readonly FunctionListing[],
): Promise<Target | undefined> {
  const runnable = functions.filter((listing) => listing.notRunnable === undefined);
  const fileName = path.basename(document.fileName);
  const [reason] = functions.flatMap((listing) =>
    listing.notRunnable ? [{ ...listing.notRunnable, name: listing.name }] : [],
  );
  if (runnable.length === 0)
    throw reason ? mendables.notRunnable(reason.name, reason.message) : mendables.noFunctions(fileName);
  const items = runnable.map((listing) => ({
    label: listing.name,
    description: `line ${listing.line}`,
    listing,
  }));
  const picked = await vscode.window.showQuickPick(items, { placeHolder: `Function of ${fileName} to benchmark` });
  return picked === undefined ? undefined : targetOf(document, picked.listing);
}

function targetOf(document: vscode.TextDocument, listing: FunctionListing): Target {
  return { file: document.uri.fsPath, name: listing.name, line: listing.line };
}
