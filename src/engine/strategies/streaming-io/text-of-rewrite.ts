// How generated lines come to look like the file around them.
import ts from 'typescript';
import { hasLongText, laidOut, requoted } from '../../source/generated-text.ts';
import { indentAt } from '../../source/insertion-places.ts';
import type { Subject } from '../../source/subject.ts';

/** Lines of our own with two spaces, semicolons and single quotes, in the style of the file. */
export function inStyle(lines: string, { style }: Subject): string {
  return laidOut(requoted(lines, style), style);
}

/** White space at the start of a node's line. */
export function indentOf(node: ts.Node, subject: Subject): string {
  return indentAt(node.getStart(subject.sourceFile), subject.text);
}

/** A node's text, or that text with changes, for one level more. */
export function deeper(text: string, node: ts.Node, { style }: Subject): string {
  return hasLongText(node) ? text : text.replaceAll(/\n(?=[^\r\n])/g, `\n${style.indent}`);
}

/** Where a statement begins with the comments of its own above it. */
export function startWithComments(statement: ts.Node, { text, sourceFile }: Subject): number {
  return ts.getLeadingCommentRanges(text, statement.pos)?.[0]?.pos ?? statement.getStart(sourceFile);
}
