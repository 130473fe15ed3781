// How generated lines come to look like the file around them. Only for text of our own: a user's expression goes in afterwards, since its quotes,
// its line breaks and what ends its lines are its meaning.
import ts from 'typescript';
import type { CodeStyle } from './code-style.ts';

/** Lines with two spaces a level and semicolons, as the file indents and ends its lines. */
export function laidOut(lines: string, style: Pick<CodeStyle, 'indent' | 'semicolons'>): string {
  const indented = lines.replaceAll(/^(?: {2})+/gm, (spaces) => style.indent.repeat(spaces.length / 2));
  return style.semicolons ? indented : indented.replaceAll(/;$/gm, '');
}

/** Strings in single quotes, in the quotes of the file. */
export function requoted(lines: string, { quote }: Pick<CodeStyle, 'quote'>): string {
  return quote === '"' ? lines.replaceAll(/'((?:\\.|[^'\\\n])*)'/g, '"$1"') : lines;
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
