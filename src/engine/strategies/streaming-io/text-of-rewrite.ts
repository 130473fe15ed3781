// How generated lines come to look like the file around them.
import ts from 'typescript';
import { laidOut, requoted } from '../../source/generated-text.ts';
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

/** A template over several lines must not be indented. */
export function hasLongText(node: ts.Node): boolean {
  let found = false;
  const visit = (part: ts.Node): void => {
    const isTemplate = ts.isTemplateLiteralToken(part) || ts.isTemplateExpression(part);
    if (isTemplate && part.getText().includes('\n')) found = true;
    if (!found) ts.forEachChild(part, visit);
  };
  visit(node);
  return found;
}
