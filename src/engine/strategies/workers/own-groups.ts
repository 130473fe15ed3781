// Whether the rest of a loop collects into groups of its own: a map or table that the function makes empty, whose entries are arrays or objects written
// out in that rest. Then nothing that the work reads can be one of them, although which entry an iteration changes depends on what it computes.
import ts from 'typescript';
import { isTarget } from '../../source/loops/places.ts';
import { isPrimitiveType } from '../../source/primitive-types.ts';
import { bare, isAssignmentOperator, isInside } from '../../source/ranges/expressions.ts';
import type { Subject } from '../../source/subject.ts';

/** `changed`: an expression in the rest of the loop that names what is changed: `group`. */
export function isOwnGroup(
  changed: ts.Node,
  loop: ts.IterationStatement,
  rest: readonly ts.Statement[],
  subject: Subject,
): boolean {
  const { checker } = subject;
  const given = ts.isExpression(changed) ? bare(changed) : undefined;
  if (given === undefined) return false;
  // `entry.count` of an entry.
  const node = ts.isPropertyAccessExpression(given) ? bare(given.expression) : given;
  const entry = ts.isIdentifier(node) ? initializerIn(rest, node, checker) : node;
  const table = entry === undefined ? undefined : tableOf(entry);
  const symbol = table === undefined ? undefined : checker.getSymbolAtLocation(table);
  if (symbol === undefined) return false;
  return (
    startsEmpty(symbol, loop, subject) && rest.every((statement) => storesOnlyNew(statement, symbol, rest, checker))
  );
}

/** What a variable of the rest starts as, when it becomes nothing later but what is written out there. */
function initializerIn(
  rest: readonly ts.Statement[],
  node: ts.Identifier,
  checker: ts.TypeChecker,
): ts.Expression | undefined {
  const declaration = checker.getSymbolAtLocation(node)?.valueDeclaration;
  if (declaration === undefined || !ts.isVariableDeclaration(declaration) || declaration.initializer === undefined)
    return undefined;
  const symbol = checker.getSymbolAtLocation(node);
  const becomesOther = (at: ts.Node): boolean => {
    const isIt = ts.isIdentifier(at) && at !== declaration.name && checker.getSymbolAtLocation(at) === symbol;
    return isIt ? isTarget(at) && !isWrittenOut(at) : (ts.forEachChild(at, becomesOther) ?? false);
  };
  const isOfRest = rest.some((one) => isInside(declaration, one));
  return isOfRest && !rest.some(becomesOther) ? bare(declaration.initializer) : undefined;
}

/** `group = []`. */
function isWrittenOut(target: ts.Identifier): boolean {
  const { parent } = target;
  const isAssignment =
    ts.isBinaryExpression(parent) && parent.left === target && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken;
  return isAssignment && ts.isArrayLiteralExpression(bare(parent.right));
}

/** `groups` of `groups.get(key)` and `groups[key]`. */
function tableOf(entry: ts.Expression): ts.Identifier | undefined {
  if (ts.isElementAccessExpression(entry)) return identifier(entry.expression);
  const callee = ts.isCallExpression(entry) ? bare(entry.expression) : undefined;
  const isGet = callee !== undefined && ts.isPropertyAccessExpression(callee) && callee.name.text === 'get';
  return isGet ? identifier(callee.expression) : undefined;
}

function identifier(node: ts.Expression): ts.Identifier | undefined {
  return ts.isIdentifier(node) ? node : undefined;
}

/** The same for a list, a set or a table that only `call` fills, and once. */
export function isMadeEmpty(symbol: ts.Symbol, call: ts.Node, subject: Subject): boolean {
  for (let outer = call.parent; outer !== subject.node; outer = outer.parent)
    if (ts.isIterationStatement(outer, false) || ts.isFunctionLike(outer)) return false;
  return startsEmpty(symbol, call, subject);
}

/** A variable of the function that is nothing but declared, as something empty, before the loop. */
function startsEmpty(symbol: ts.Symbol, loop: ts.Node, { checker, node }: Subject): boolean {
  const declaration = symbol.valueDeclaration;
  if (declaration === undefined || !ts.isVariableDeclaration(declaration) || !isInside(declaration, node)) return false;
  const value = declaration.initializer && bare(declaration.initializer);
  if (value === undefined || (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) === 0) return false;
  const isEmpty =
    (ts.isObjectLiteralExpression(value) && value.properties.length === 0) ||
    (ts.isArrayLiteralExpression(value) && value.elements.length === 0) ||
    (ts.isNewExpression(value) && /^(Map|Set)$/.test(value.expression.getText()) && !value.arguments?.length) ||
    value.getText() === 'Object.create(null)';
  const mentionedBefore = (at: ts.Node): boolean => {
    if (at.pos >= loop.pos) return false;
    const isMention = ts.isIdentifier(at) && at !== declaration.name && checker.getSymbolAtLocation(at) === symbol;
    return isMention || (ts.forEachChild(at, mentionedBefore) ?? false);
  };
  return isEmpty && !isInside(declaration, loop) && !mentionedBefore(node);
}

/** Every use of the table asks for an entry, or stores one that is written out there or no object. */
function storesOnlyNew(
  region: ts.Node,
  table: ts.Symbol,
  rest: readonly ts.Statement[],
  checker: ts.TypeChecker,
): boolean {
  // `const group = groups.get(key) ...; groups.set(key, group)`.
  const isEntry = (value: ts.Expression): boolean => {
    const entry = ts.isIdentifier(value) ? initializerIn(rest, value, checker) : undefined;
    const of = entry === undefined ? undefined : tableOf(entry);
    return of !== undefined && checker.getSymbolAtLocation(of) === table;
  };
  const isNew = (value: ts.Expression | undefined): boolean =>
    value !== undefined &&
    (ts.isArrayLiteralExpression(bare(value)) ||
      ts.isObjectLiteralExpression(bare(value)) ||
      isEntry(bare(value)) ||
      isPrimitiveType(checker.getTypeAtLocation(value)));
  const isFine = (use: ts.Identifier): boolean => {
    const access = use.parent;
    const user = access.parent;
    if (ts.isPropertyAccessExpression(access) && access.expression === use) {
      if (!ts.isCallExpression(user) || user.expression !== access) return access.name.text === 'size';
      if (access.name.text === 'set') return isNew(user.arguments[1]);
      return access.name.text === 'get' || access.name.text === 'has';
    }
    if (!ts.isElementAccessExpression(access) || access.expression !== use) return false;
    const isAssigned =
      ts.isBinaryExpression(user) && user.left === access && isAssignmentOperator(user.operatorToken.kind);
    return !isAssigned || isNew(user.right);
  };
  const visit = (node: ts.Node): boolean => {
    if (ts.isIdentifier(node) && checker.getSymbolAtLocation(node) === table) return isFine(node);
    return ts.forEachChild(node, (child) => (visit(child) ? undefined : true)) === undefined;
  };
  return visit(region);
}
