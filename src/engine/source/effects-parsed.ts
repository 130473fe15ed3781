// Values that came of `JSON.parse`: plain data whatever their type says, without getters as long as nobody puts something into them.
import ts from 'typescript';
import { bare } from './ranges/expressions.ts';
import { globalName } from './ranges/library-facts.ts';

/** `JSON.parse(text)`, members of it, and members of a constant that holds one and is only read. */
export function isParsedJson(node: ts.Node, checker: ts.TypeChecker): boolean {
  const base = baseOf(node);
  if (base === undefined) return false;
  if (!ts.isIdentifier(base)) return isParseCall(base, checker);
  const symbol = checker.getSymbolAtLocation(base);
  const declaration = symbol?.valueDeclaration;
  if (symbol === undefined || declaration === undefined || !ts.isVariableDeclaration(declaration)) return false;
  if ((ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) === 0) return false;
  const { initializer, name } = declaration;
  if (initializer === undefined || !ts.isIdentifier(name) || !isParseCall(bare(initializer), checker)) return false;
  const scope = ts.findAncestor(declaration, ts.isBlock);
  return scope !== undefined && isOnlyRead(name, symbol, scope, checker);
}

/** What a chain of members begins with; of a pattern, the value that is taken apart. */
function baseOf(node: ts.Node): ts.Expression | undefined {
  if (ts.isObjectBindingPattern(node)) {
    const { parent } = node;
    return ts.isVariableDeclaration(parent) && parent.initializer !== undefined
      ? baseOf(parent.initializer)
      : undefined;
  }
  let base = bare(node as ts.Expression);
  while (ts.isPropertyAccessExpression(base) || ts.isElementAccessExpression(base)) base = bare(base.expression);
  return base;
}

/** Without a reviver, which could make anything. */
function isParseCall(node: ts.Expression, checker: ts.TypeChecker): boolean {
  if (!ts.isCallExpression(node) || node.arguments.length !== 1) return false;
  const callee = bare(node.expression);
  return (
    ts.isPropertyAccessExpression(callee) &&
    callee.name.text === 'parse' &&
    globalName(callee.expression, checker) === 'JSON'
  );
}

/** Every use but the declaration reads a member: no second name for it, and nothing is put into it. */
function isOnlyRead(name: ts.Identifier, symbol: ts.Symbol, scope: ts.Node, checker: ts.TypeChecker): boolean {
  const visit = (node: ts.Node): boolean => {
    const isUse = ts.isIdentifier(node) && node !== name && node.text === name.text;
    if (isUse && isMeant(node, symbol, checker) && !isReadMember(node)) return false;
    return ts.forEachChild(node, (child) => (visit(child) ? undefined : true)) === undefined;
  };
  return visit(scope);
}

function isMeant(use: ts.Identifier, symbol: ts.Symbol, checker: ts.TypeChecker): boolean {
  // A short property names two things.
  return ts.isShorthandPropertyAssignment(use.parent) || checker.getSymbolAtLocation(use) === symbol;
}

/** `record.user.name` whose value is a primitive or looked at no further than here: not assigned, not called, not handed on as a whole. */
function isReadMember(use: ts.Identifier): boolean {
  const { parent } = use;
  if (!ts.isPropertyAccessExpression(parent) && !ts.isElementAccessExpression(parent)) return false;
  if (parent.expression !== use) return false;
  let access: ts.Node = parent;
  while (
    (ts.isPropertyAccessExpression(access.parent) ||
      ts.isElementAccessExpression(access.parent) ||
      ts.isNonNullExpression(access.parent) ||
      ts.isAsExpression(access.parent) ||
      ts.isParenthesizedExpression(access.parent)) &&
    access.parent.expression === access
  ) {
    access = access.parent;
  }
  const outer = access.parent;
  const isAssigned =
    (ts.isBinaryExpression(outer) &&
      outer.left === access &&
      outer.operatorToken.kind >= ts.SyntaxKind.FirstAssignment &&
      outer.operatorToken.kind <= ts.SyntaxKind.LastAssignment) ||
    ts.isPrefixUnaryExpression(outer) ||
    ts.isPostfixUnaryExpression(outer) ||
    ts.isDeleteExpression(outer);
  return !isAssigned;
}
