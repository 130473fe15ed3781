// How generated lines come to look like the file around them.
import ts from 'typescript';
import type { Subject } from '../../source/subject.ts';

/** Lines with two spaces, semicolons and single quotes, in the style of the file. */
export function inStyle(lines: string, { style }: Subject): string {
  const indented = lines.replaceAll(/^(?: {2})+/gm, (spaces) => style.indent.repeat(spaces.length / 2));
  const quoted = style.quote === '"' ? indented.replaceAll(/'((?:\\.|[^'\\\n])*)'/g, '"$1"') : indented;
  return style.semicolons ? quoted : quoted.replaceAll(/;$/gm, '');
}

export function topLevelStatement(node: ts.Node): ts.Statement {
  let current = node;
  while (!ts.isSourceFile(current.parent)) current = current.parent;
  return current as ts.Statement;
}

/** White space at the start of a node's line. */
export function indentOf(node: ts.Node, subject: Subject): string {
  return lineIndent(node.getStart(subject.sourceFile), subject);
}

export function lineIndent(offset: number, { text }: Subject): string {
  return /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset))?.[0] ?? '';
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
