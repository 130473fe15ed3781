// Whether a type that is checked when the function begins holds for the rest of the call, and for what is inferred from it.
import ts from 'typescript';
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
 * Whether the function, or code of its file that it uses, uses the function: its own results would then have types that follow from the
 * assumption, although calls from within need not fulfil it.
 */
export function reachesItself({ node, sourceFile, checker }: Subject): boolean {
  const seen = new Set<ts.Node>();
  const pending: ts.Node[] = [node];
  for (let current = pending.pop(); current !== undefined; current = pending.pop()) {
    const reach = (part: ts.Node): boolean => {
      if (ts.isIdentifier(part) || ts.isPrivateIdentifier(part)) {
        for (const declaration of declarationsOf(part, checker)) {
          if (declaration.getSourceFile() !== sourceFile || seen.has(declaration) || isInside(declaration, node)) {
            if (declaration === node && part !== node.name) return true;
            continue;
          }
          if (holds(declaration, node)) return !isDeclaring(part, node);
          seen.add(declaration);
          pending.push(declaration);
        }
      }
      return ts.forEachChild(part, reach) ?? false;
    };
    if (reach(current)) return true;
  }
  return false;
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

function isInside(declaration: ts.Node, subject: ts.Node): boolean {
  return declaration.pos >= subject.pos && declaration.end <= subject.end;
}
