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
