// A recursion on whole numbers as text: what one result is computed by, with counters for the parameters and cells for the calls.
import ts from 'typescript';
import { freshLocalName } from '../../source/names.ts';
import type { Subject } from '../../source/subject.ts';
import { plain } from './arithmetic.ts';

/** Of one parameter: some megabytes. The recursion would overflow the stack before. */
export const LARGEST_NUMBER = 100_000;
export const LARGEST = '100_000';

export interface Recursion {
  readonly guards: readonly Guard[];
  /** How many of them are clauses of the block; the others are parts of what is returned. */
  readonly inBlock: number;
  /** What is returned when no guard holds. */
  readonly step: ts.Expression;
  readonly calls: readonly ts.CallExpression[];
  /** Its whole is what one cell of the table holds, guards of the block aside. */
  readonly returned: ts.Expression;
}

export interface Guard {
  readonly condition: ts.Expression;
  readonly value: ts.Expression;
}

/** `if (condition) return value;`, without an `else`. */
export function guardOf(statement: ts.Statement): Guard | undefined {
  if (!ts.isIfStatement(statement) || statement.elseStatement) return undefined;
  const { thenStatement } = statement;
  const then =
    ts.isBlock(thenStatement) && thenStatement.statements.length === 1 ? thenStatement.statements[0] : thenStatement;
  return then && ts.isReturnStatement(then) && then.expression
    ? { condition: statement.expression, value: then.expression }
    : undefined;
}

/** All guards, those of a conditional that is returned included; the last one has no condition. Undefined for any other body. */
export function clausesOf({ body }: Subject['node']): readonly (Partial<Guard> & Pick<Guard, 'value'>)[] | undefined {
  if (body === undefined) return undefined;
  const clauses: (Partial<Guard> & Pick<Guard, 'value'>)[] = [];
  const last = ts.isBlock(body) ? body.statements.at(-1) : undefined;
  if (ts.isBlock(body))
    for (const statement of body.statements.slice(0, -1)) {
      const guard = guardOf(statement);
      if (guard === undefined) return undefined;
      clauses.push(guard);
    }
  const returned = ts.isBlock(body) ? last && ts.isReturnStatement(last) && last.expression : body;
  if (!returned) return undefined;
  let rest = plain(returned);
  for (; ts.isConditionalExpression(rest); rest = plain(rest.whenFalse))
    clauses.push({ condition: rest.condition, value: rest.whenTrue });
  return [...clauses, { value: rest }];
}

/** Names for variables of the loop, none of them twice. */
export function freshNames(subject: Subject): (wanted: string) => string {
  const taken: string[] = [];
  return (wanted) => {
    const name = freshLocalName(subject, wanted, taken);
    taken.push(name);
    return name;
  };
}

/** What one cell holds: the guards of the block, then what is returned. `lookUp` is told what a call passes, in counters. */
export function cellText(
  subject: Subject,
  { guards, inBlock, returned, calls }: Recursion,
  names: readonly string[],
  counters: readonly string[],
  lookUp: (call: ts.CallExpression, keys: readonly string[]) => string,
): string {
  const print = (expression: ts.Expression): string =>
    withCells(subject, expression, calls, names, counters, (call) => {
      const keys = call.arguments.map((argument) => withCells(subject, argument, [], names, counters, () => ''));
      return lookUp(call, keys);
    });
  const clauses = guards.slice(0, inBlock);
  return [
    ...clauses.map(
      ({ condition, value }) => `${inParts(print(condition), condition)} ? ${inParts(print(value), value)} : `,
    ),
    print(plain(returned)),
  ].join('');
}

/** `!` behind what is read of an array, where types doubt it. */
export function uncheckedMark({ style, project }: Subject): string {
  return style.isTypeScript && project.options.noUncheckedIndexedAccess === true ? '!' : '';
}

/** The text of an expression or a statement with counters for the parameters and cells for the calls. */
export function withCells(
  { sourceFile }: Subject,
  expression: ts.Node,
  calls: readonly ts.CallExpression[],
  names: readonly string[],
  counters: readonly string[],
  cell: (call: ts.CallExpression) => string,
): string {
  const replaced: { readonly start: number; readonly end: number; readonly text: string }[] = [];
  const visit = (node: ts.Node): void => {
    const call = calls.find((one) => one === node);
    const counter = ts.isIdentifier(node) && isValue(node) ? counters[names.indexOf(node.text)] : undefined;
    const text = call ? cell(call) : counter;
    if (text === undefined) ts.forEachChild(node, visit);
    else replaced.push({ start: node.getStart(sourceFile), end: node.end, text });
  };
  visit(expression);
  let printed = '';
  let from = expression.getStart(sourceFile);
  for (const { start, end, text } of replaced) {
    printed += sourceFile.text.slice(from, start) + text;
    from = end;
  }
  return printed + sourceFile.text.slice(from, expression.end);
}

function isValue(node: ts.Identifier): boolean {
  return !(ts.isPropertyAccessExpression(node.parent) && node.parent.name === node);
}

/** Parts of a conditional that bind weaker than it are set in parentheses. */
export function inParts(text: string, expression: ts.Expression): string {
  return ts.isConditionalExpression(expression) ? `(${text})` : text;
}

export function resultTypeText({ checker, node }: Subject): string {
  const signature = checker.getSignatureFromDeclaration(node);
  const type = signature && checker.getBaseTypeOfLiteralType(checker.getReturnTypeOfSignature(signature));
  const text = type ? checker.typeToString(type) : 'number';
  return /^\w+$/.test(text) ? text : `(${text})`;
}

/** Indentation as in the file, and no semicolons where the file has none. */
export function finished(lines: readonly string[], { style }: Subject): string {
  return lines
    .map((line) => line.replace(/^\t+/, (tabs) => style.indent.repeat(tabs.length)))
    .map((line) => (style.semicolons ? line : line.replace(/;$/, '')))
    .join('\n');
}
