// The functions of open documents, asked from the engine process and kept by document version. Never blocks: every answer is a promise.
import * as vscode from 'vscode';
import type { FunctionListing } from '../model/function-listing.ts';
import type { EngineClient } from './engine-client.ts';
import { sha256 } from './text-hash.ts';

export interface DocumentFunctions {
  readonly version: number;
  readonly functions: readonly FunctionListing[];
  readonly textSha256: string;
}

export interface FunctionLists extends vscode.Disposable {
  /** The functions of the document as it stands. Several callers of one version share one request. */
  of(document: vscode.TextDocument): Promise<DocumentFunctions>;
  /** Like `of`, but waits for a pause in the typing first. Undefined when the document has moved on meanwhile. */
  afterPause(document: vscode.TextDocument): Promise<DocumentFunctions | undefined>;
}

const TYPING_PAUSE_MS = 200;

export function createFunctionLists(engine: EngineClient): FunctionLists {
  const known = new Map<string, { readonly version: number; readonly listed: Promise<DocumentFunctions> }>();
  const forget = vscode.workspace.onDidCloseTextDocument((document) => known.delete(document.uri.toString()));

  async function list(document: vscode.TextDocument): Promise<DocumentFunctions> {
    const { version } = document;
    const text = document.getText();
    const functions = await engine.request('list', { file: document.uri.fsPath, text });
    return { version, functions, textSha256: sha256(text) };
  }

  const lists: FunctionLists = {
    of(document) {
      const key = document.uri.toString();
      const entry = known.get(key);
      if (entry?.version === document.version) return entry.listed;
      const listed = list(document);
      known.set(key, { version: document.version, listed });
      // A failed answer is given to whoever asked, and asked for again next time.
      listed.catch(() => {
        if (known.get(key)?.listed === listed) known.delete(key);
      });
      return listed;
    },
    async afterPause(document) {
      const { version } = document;
      const entry = known.get(document.uri.toString());
      if (entry !== undefined && entry.version !== version) await pause(TYPING_PAUSE_MS);
      return document.version === version && !document.isClosed ? lists.of(document) : undefined;
    },
    dispose() {
      forget.dispose();
      known.clear();
    },
  };
  return lists;
}

/** The innermost runnable function around a position; undefined when there is none. */
export function functionAt(
  functions: readonly FunctionListing[],
  document: vscode.TextDocument,
  position: vscode.Position,
): FunctionListing | undefined {
  const offset = document.offsetAt(position);
  return functions
    .filter((listing) => listing.notRunnable === undefined && listing.start <= offset && offset <= listing.end)
    .sort((a, b) => a.end - a.start - (b.end - b.start))[0];
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
