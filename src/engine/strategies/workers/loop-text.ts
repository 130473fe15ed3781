// Pieces of text that split loops are put together from.
import ts from 'typescript';
import { shorten } from './shown-values.ts';

/** `{ a, b }`, or one line for each when that is too long. */
export function inLines(fields: readonly string[], width: number, indent: string, separator = ','): string {
  const line = `{ ${fields.join(`${separator} `)} }`;
  if (line.length <= width) return line;
  return `{\n${fields.map((field) => `${indent}  ${field}${separator}\n`).join('')}${indent}}`;
}

export function shorthand(name: string, value: string): string {
  return name === value ? name : `${name}: ${value}`;
}

export function withReplacements(
  text: string,
  from: number,
  to: number,
  replacements: readonly { readonly start: number; readonly end: number; readonly text: string }[],
): string {
  let result = '';
  let at = from;
  for (const one of [...replacements].sort((a, b) => a.start - b.start || a.end - b.end)) {
    result += text.slice(at, one.start) + one.text;
    at = one.end;
  }
  return result + text.slice(at, to);
}

/** Those of `without` left out. */
export function identifiersOf(node: ts.Node, without?: ts.Node): readonly string[] {
  const found: string[] = [];
  const visit = (child: ts.Node): void => {
    if (child === without) return;
    if (ts.isIdentifier(child)) found.push(child.text);
    ts.forEachChild(child, visit);
  };
  visit(node);
  return found;
}

export function mentionsIn(region: ts.Node, symbol: ts.Symbol, checker: ts.TypeChecker): readonly ts.Identifier[] {
  const found: ts.Identifier[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && node.text === symbol.name && checker.getSymbolAtLocation(node) === symbol)
      found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(region);
  return found;
}

/** `[, v]` of `for (const [k, v] of pairs)` whose body is these pieces, which do not mention `k`: a name that nobody reads is a fault to compilers. */
export function patternOfUsed(
  { initializer }: ts.ForOfStatement,
  pieces: readonly (readonly string[])[],
): { readonly start: number; readonly end: number; readonly text: string } | undefined {
  const pattern = ts.isVariableDeclarationList(initializer) ? initializer.declarations[0]?.name : undefined;
  if (pattern === undefined || !ts.isArrayBindingPattern(pattern)) return undefined;
  const names = pattern.elements.map((one) =>
    ts.isBindingElement(one) && ts.isIdentifier(one.name) && !one.initializer && !one.dotDotDotToken
      ? one.name.text
      : undefined,
  );
  if (names.includes(undefined)) return undefined;
  const used = names.map((name) => (pieces.some((piece) => piece.includes(name ?? '')) ? name : ''));
  while (used.at(-1) === '') used.pop();
  if (used.length === 0 || used.join() === names.join()) return undefined;
  return { start: pattern.getStart(), end: pattern.end, text: `[${used.join(', ')}]` };
}

/** Later lines moved to another depth; text with template literals stays as it is, since its white space may be data. */
export function reindented(text: string, from: string, to: string): string {
  if (text.includes('`')) return text;
  return text.replaceAll(`\n${from}`, `\n${to}`);
}

/** `for (const x of xs)`, for people. */
export function shownHead({ statement }: ts.IterationStatement): string {
  const loop = statement.parent;
  return shorten(
    loop
      .getText()
      .slice(0, statement.getStart() - loop.getStart())
      .trim(),
  );
}
