// Whether a type that is checked when the function begins holds for the rest of the call, and for what is inferred from it.
import ts from 'typescript';
import { isInside } from '../source/ranges/expressions.ts';
import type { Subject } from '../source/subject.ts';

/** Whether the parameter is given another value anywhere, other than a number by arithmetic that gives numbers. */
export function changesKind({ node, checker }: Subject, index: number, isNumber: boolean): boolean {
  const parameter = node.parameters[index];
  const symbol = parameter && checker.getSymbolAtLocation(parameter.name);
  if (symbol === undefined) return true;
  const visit = (current: ts.Node): boolean => {
    if (
      ts.isIdentifier(current) &&
      current !== parameter?.name &&
      isWritten(current, isNumber) &&
      symbolOf(current, checker) === symbol
    )
      return true;
    return ts.forEachChild(current, visit) ?? false;
  };
  return visit(node);
}

function symbolOf(identifier: ts.Identifier, checker: ts.TypeChecker): ts.Symbol | undefined {
  return ts.isShorthandPropertyAssignment(identifier.parent)
    ? checker.getShorthandAssignmentValueSymbol(identifier.parent)
    : checker.getSymbolAtLocation(identifier);
}

/** Anything but a plain read counts, `n--` and `n -= 1` excepted: what they give of a number is a number. */
function isWritten(identifier: ts.Identifier, isNumber: boolean): boolean {
  let node: ts.Node = identifier;
  while (ts.isParenthesizedExpression(node.parent)) node = node.parent;
  const { parent } = node;
  if (ts.isBinaryExpression(parent) && parent.left === node) {
    const { kind } = parent.operatorToken;
    return (
      kind >= ts.SyntaxKind.FirstAssignment &&
      kind <= ts.SyntaxKind.LastAssignment &&
      !(isNumber && givesNumber.has(kind))
    );
  }
  if (ts.isPrefixUnaryExpression(parent) || ts.isPostfixUnaryExpression(parent)) {
    const { operator } = parent;
    return (operator === ts.SyntaxKind.PlusPlusToken || operator === ts.SyntaxKind.MinusMinusToken) && !isNumber;
  }
  // Patterns: `[a, b] = [b, a]`, `for (a of list)`, `({ a } = options)`.
  return isInPattern(node);
}

const givesNumber: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.MinusEqualsToken,
  ts.SyntaxKind.AsteriskEqualsToken,
  ts.SyntaxKind.SlashEqualsToken,
  ts.SyntaxKind.PercentEqualsToken,
]);

function isInPattern(start: ts.Node): boolean {
  let node = start;
  for (let { parent } = node; parent !== undefined; { parent } = parent) {
    if (ts.isForOfStatement(parent) || ts.isForInStatement(parent)) return parent.initializer === node;
    if (ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken)
      return parent.left === node && node !== start;
    const isPart =
      ts.isArrayLiteralExpression(parent) ||
      ts.isObjectLiteralExpression(parent) ||
      ts.isPropertyAssignment(parent) ||
      ts.isShorthandPropertyAssignment(parent) ||
      ts.isSpreadElement(parent) ||
      ts.isSpreadAssignment(parent) ||
      ts.isBinaryExpression(parent);
    if (!isPart) return false;
    node = parent;
  }
  return false;
}

/**
 * The first place where the function, or code of its file that it uses, calls or hands on the function in a way that need not fulfil what is
 * assumed: its own results have types that follow from the assumption. The parameters are given by their indexes.
 */
export function unfulfilledUse(assumed: Subject, indexes: Iterable<number>): ts.Node | undefined {
  const { node, sourceFile, checker } = assumed;
  const seen = new Set<ts.Node>();
  const pending: ts.Node[] = [node];
  for (let current = pending.pop(); current !== undefined; current = pending.pop()) {
    const isOwn = current === node;
    const find = (part: ts.Node): ts.Node | undefined => {
      if (ts.isIdentifier(part) || ts.isPrivateIdentifier(part)) {
        for (const declaration of declarationsOf(part, checker)) {
          if (declaration.getSourceFile() !== sourceFile || seen.has(declaration)) continue;
          if (holds(declaration, node)) {
            if (isDeclaring(part, node) || (isOwn && isFulfilling(part, indexes, assumed))) continue;
            return part;
          }
          seen.add(declaration);
          if (!isInside(declaration, node)) pending.push(declaration);
        }
      }
      return ts.forEachChild(part, find);
    };
    const found = find(current);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A call whose arguments are known to be of the kinds that are assumed. */
function isFulfilling(name: ts.Node, indexes: Iterable<number>, { node, checker }: Subject): boolean {
  const callee = ts.isPropertyAccessExpression(name.parent) ? name.parent : name;
  const call = callee.parent;
  if (!ts.isCallExpression(call) || call.expression !== callee) return false;
  return [...indexes].every((index) => {
    const [argument, parameter] = [call.arguments[index], node.parameters[index]];
    if (argument === undefined || parameter === undefined) return false;
    if (call.arguments.slice(0, index + 1).some(ts.isSpreadElement)) return false;
    const type = checker.getTypeAtLocation(argument);
    const isKnown = (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) === 0;
    return isKnown && checker.isTypeAssignableTo(type, checker.getTypeAtLocation(parameter.name));
  });
}

function declarationsOf(
  name: ts.Identifier | ts.PrivateIdentifier,
  checker: ts.TypeChecker,
): readonly ts.Declaration[] {
  const symbol = checker.getSymbolAtLocation(name);
  if (symbol === undefined) return [];
  const target = (symbol.flags & ts.SymbolFlags.Alias) !== 0 ? checker.getAliasedSymbol(symbol) : symbol;
  return target.declarations ?? [];
}

/** A variable or property that the subject is the value of. */
function holds(declaration: ts.Node, subject: ts.Node): boolean {
  return (
    declaration.pos <= subject.pos &&
    declaration.end >= subject.end &&
    !ts.isSourceFile(declaration) &&
    !ts.isClassLike(declaration)
  );
}

function isDeclaring(name: ts.Node, subject: ts.Node): boolean {
  return 'name' in name.parent && name.parent.name === name && holds(name.parent, subject);
}
