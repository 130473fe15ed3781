// A loop over lines as a rewrite prints it, and the text of its parts with some of it replaced.
import type ts from 'typescript';
import type { Subject } from '../../source/subject.ts';
import type { LineCounter } from './line-numbers.ts';

export interface LineLoopForm {
  readonly loop: ts.Statement;
  readonly body: ts.Node;
  /** The text of the loop as a `for...of`, around the list that it goes through. */
  readonly before: string;
  readonly after: string;
  /** It begins with the second item. */
  readonly skipsFirst: boolean;
  /** Counts the lines, where the body says their numbers. */
  readonly counter?: LineCounter;
}

/** The names and keywords in a piece of code. */
export function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{ID_Start}$_][\p{ID_Continue}$]*/gu) ?? [];
}

/** In the text of the subject's file. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export function rangeOf(node: ts.Node, { sourceFile }: Subject): { readonly start: number; readonly end: number } {
  return { start: node.getStart(sourceFile), end: node.end };
}

/** The text of a node with some of it replaced. */
export function edited(node: ts.Node, edits: readonly TextEdit[], { text, sourceFile }: Subject): string {
  let result = '';
  let from = node.getStart(sourceFile);
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    result += text.slice(from, edit.start) + edit.text;
    from = edit.end;
  }
  return result + text.slice(from, node.end);
}
