// A reason with its place, which is a node of the subject's file.
import type ts from 'typescript';
import type { Reason } from '../../model/reason.ts';

export type ReasonWords = Omit<Reason, 'line' | 'column'>;

export function reasonAt(node: ts.Node, words: ReasonWords): Reason {
  const sourceFile = node.getSourceFile();
  const { line, character } = sourceFile.getLineAndCharacterOfPosition(node.getStart(sourceFile));
  return { ...words, line: line + 1, column: character + 1 };
}

/** The same from its parts; without an edit that would unlock a rewrite where there is none. */
export function reasonFor(node: ts.Node, code: string, message: string, unlock?: string): Reason {
  return reasonAt(node, { code, message, ...(unlock === undefined ? {} : { unlock }) });
}
