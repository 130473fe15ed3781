// Names around a chain of array methods: what its callbacks declare and use, what the loops around it count with, what its result could be called.
import ts from 'typescript';
import { writtenNames } from '../../source/loops/loop-text.ts';
import { bare } from '../../source/ranges/expressions.ts';
import { type Callback, declaredNames } from './callbacks.ts';

/** Whether the parameter, a name, is there for the sake of those after it. */
export function isUnused({ name }: ts.ParameterDeclaration, { node }: Callback, checker: ts.TypeChecker): boolean {
  if (!ts.isIdentifier(name)) return false;
  const symbol = checker.getSymbolAtLocation(name);
  const isMentioned = (child: ts.Node): boolean =>
    (ts.isIdentifier(child) && child !== name && checker.getSymbolAtLocation(child) === symbol) ||
    (ts.isShorthandPropertyAssignment(child) && checker.getShorthandAssignmentValueSymbol(child) === symbol) ||
    (ts.forEachChild(child, isMentioned) ?? false);
  return !isMentioned(node);
}

/** What the loops around count with: it could be meant, and is not hidden. */
export function countersAround(node: ts.Node, within: ts.Node): ReadonlySet<string> {
  const names = new Set<string>();
  for (let outer = node.parent; outer !== within && outer !== undefined; outer = outer.parent) {
    const head =
      ts.isForStatement(outer) || ts.isForInStatement(outer) || ts.isForOfStatement(outer) ? outer : undefined;
    if (head?.initializer === undefined) continue;
    for (const name of writtenNames(head.initializer)) names.add(name);
  }
  return names;
}

/** `items` of `order.items`. */
export function memberName(expression: ts.Expression): string | undefined {
  const inner = bare(expression);
  return ts.isPropertyAccessExpression(inner) && ts.isIdentifier(inner.name) ? inner.name.text : undefined;
}

/** Names that callbacks of reduce give to what they collect, whatever it is. */
export const saysNothing: ReadonlySet<string> = new Set([
  'a',
  'acc',
  'accumulator',
  'p',
  'prev',
  'previous',
  'memo',
  'x',
]);

export function nameOfCollected({ value }: Callback, checker: ts.TypeChecker): string | undefined {
  const added = value && bare(value);
  if (added === undefined || !ts.isBinaryExpression(added)) return undefined;
  if (added.operatorToken.kind === ts.SyntaxKind.AsteriskToken) return 'product';
  const isNumber = (checker.getTypeAtLocation(added).flags & ts.TypeFlags.NumberLike) !== 0;
  return added.operatorToken.kind === ts.SyntaxKind.PlusToken && isNumber ? 'sum' : undefined;
}

export function bindingsOf(name: ts.BindingName): readonly ts.Identifier[] {
  if (ts.isIdentifier(name)) return [name];
  return name.elements.flatMap((element) => (ts.isOmittedExpression(element) ? [] : bindingsOf(element.name)));
}

/** By anything but a parameter of the callback itself, which has another name by then. */
export function isDeclaredWithin(name: string, { called, parameters }: Callback): boolean {
  if (!declaredNames(called).has(name)) return false;
  const isParameter = parameters.some((parameter) => bindingsOf(parameter.name).some(({ text }) => text === name));
  return !isParameter || (called.body !== undefined && declaredNames(called.body).has(name));
}

export function localsOf({ statements }: Callback): readonly string[] {
  const names: string[] = [];
  for (const statement of statements) {
    if (!ts.isVariableStatement(statement)) continue;
    for (const declaration of statement.declarationList.declarations) names.push(...declaredNames(declaration));
  }
  return [...new Set(names)];
}
