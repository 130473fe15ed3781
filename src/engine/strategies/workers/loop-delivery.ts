// Finds the one statement of a loop that hands a value from the iteration to the rest of the function: it appends, stores or adds up.
import ts from 'typescript';
import { isLibrary } from '../../source/library-symbols.ts';
import { type LoopHeader, readLoopHeader } from '../../source/loops/loop-header.ts';
import { isInside } from '../../source/ranges/expressions.ts';
import type { Subject } from '../../source/subject.ts';

/** The one statement that hands a value from the iteration to the rest of the function. */
export interface Delivery {
  readonly statement: ts.ExpressionStatement;
  readonly value: ts.Expression;
  /** `each`: once for every value, wherever it stands. `store`: at a place that the loops around it tell. */
  readonly kind: 'each' | 'store';
  /** The variable that takes the values in. */
  readonly target: ts.Symbol;
  /** For `store`: the loops from the outermost inwards. */
  readonly loops: readonly ts.ForStatement[];
}

/** The statement around what is written, unless a function is in between. */
export function expressionStatementOf(written: ts.Expression): ts.ExpressionStatement | undefined {
  let statement: ts.Node = written;
  while (!ts.isStatement(statement)) {
    if (ts.isFunctionLike(statement)) return undefined;
    statement = statement.parent;
  }
  return ts.isExpressionStatement(statement) ? statement : undefined;
}

/** What is written, with all around it whose value nobody takes: a statement, or the whole body of a function that `forEach` calls. */
export function discardedAround(written: ts.Expression, checker: ts.TypeChecker): ts.Expression | undefined {
  let whole = written;
  for (;;) {
    const { parent }: ts.Node = whole;
    if (ts.isExpressionStatement(parent)) return whole;
    if (ts.isArrowFunction(parent))
      return isForEach(parent.parent, checker) && parent.body === whole ? whole : undefined;
    if (!ts.isExpression(parent)) return undefined;
    whole = parent;
  }
}

function isForEach(call: ts.Node, checker: ts.TypeChecker): boolean {
  return (
    ts.isCallExpression(call) &&
    ts.isPropertyAccessExpression(call.expression) &&
    call.expression.name.text === 'forEach' &&
    isLibrary(checker.getSymbolAtLocation(call.expression.name))
  );
}

export function deliveryOf(written: ts.Expression, header: LoopHeader, subject: Subject): Delivery | undefined {
  const statement = expressionStatementOf(written);
  if (statement === undefined) return undefined;
  const { expression } = statement;
  const { checker } = subject;
  const each = (target: ts.Expression, value: ts.Expression | undefined): Delivery | undefined => {
    const symbol = ts.isIdentifier(target) ? checker.getSymbolAtLocation(target) : undefined;
    const isFitting = symbol !== undefined && value !== undefined && !ts.isSpreadElement(value);
    return isFitting ? { statement, value, kind: 'each', target: symbol, loops: [] } : undefined;
  };
  if (ts.isCallExpression(expression)) {
    const callee = expression.expression;
    const isPush = ts.isPropertyAccessExpression(callee) && (callee.name.text === 'push' || callee.name.text === 'add');
    return isPush && expression.arguments.length === 1 ? each(callee.expression, expression.arguments[0]) : undefined;
  }
  if (!ts.isBinaryExpression(expression)) return undefined;
  const { left, right, operatorToken } = expression;
  if (ts.isElementAccessExpression(left)) return storeOf(statement, left, expression, header, subject);
  if (!ts.isIdentifier(left)) return undefined;
  if (operatorToken.kind !== ts.SyntaxKind.EqualsToken) {
    const isLogical = [
      ts.SyntaxKind.AmpersandAmpersandEqualsToken,
      ts.SyntaxKind.BarBarEqualsToken,
      ts.SyntaxKind.QuestionQuestionEqualsToken,
    ].includes(operatorToken.kind);
    // The logical ones evaluate the right side only when they need it.
    return isLogical ? undefined : each(left, right);
  }
  return each(left, otherOperand(right, left.text));
}

/** `x` of `s + x`, `x + s` and `Math.max(s, x)`. */
function otherOperand(value: ts.Expression, name: string): ts.Expression | undefined {
  const isName = (node: ts.Node): boolean => ts.isIdentifier(node) && node.text === name;
  if (ts.isCallExpression(value) && /^Math\.(min|max)$/.test(value.expression.getText())) {
    const others = value.arguments.filter((argument) => !isName(argument));
    return value.arguments.length === 2 && others.length === 1 ? others[0] : undefined;
  }
  if (!ts.isBinaryExpression(value)) return undefined;
  const { left, right, operatorToken } = value;
  const arithmetic = ['+', '-', '*', '&', '|', '^'];
  if (!arithmetic.includes(operatorToken.getText()) || isName(left) === isName(right)) return undefined;
  return isName(left) ? right : left;
}

/** `out[i] = x` in nothing but loops that count: then the loops tell where each value belongs. */
function storeOf(
  statement: ts.ExpressionStatement,
  left: ts.ElementAccessExpression,
  { right, operatorToken }: ts.BinaryExpression,
  header: LoopHeader,
  { checker }: Subject,
): Delivery | undefined {
  if (header.kind !== 'counted' || operatorToken.kind !== ts.SyntaxKind.EqualsToken) return undefined;
  let base: ts.Expression = left;
  while (ts.isElementAccessExpression(base) || ts.isNonNullExpression(base)) base = base.expression;
  const target = ts.isIdentifier(base) ? checker.getSymbolAtLocation(base) : undefined;
  const loops = loopsDownTo(statement, header.loop, checker);
  if (target === undefined || loops === undefined) return undefined;
  // Where it goes must not depend on what only the worker knows.
  const known = new Set(
    loops
      .map((loop) => readLoopHeader(loop, checker))
      .map((one) => (one?.kind === 'counted' ? one.variable : undefined)),
  );
  const placesMention = freeNamesWithin(
    [left, ...loops.slice(1).flatMap((loop) => [loop.initializer, loop.condition, loop.incrementor])],
    checker,
  );
  const isKnown = placesMention.every((symbol) => {
    const declaration = symbol.valueDeclaration;
    return known.has(symbol) || (declaration !== undefined && !isInside(declaration, header.loop));
  });
  const isPlainPlace = !containsCall(left);
  return isKnown && isPlainPlace ? { statement, value: right, kind: 'store', target, loops } : undefined;
}

/** The loops around a statement up to the outermost, when nothing else decides whether the statement runs. */
function loopsDownTo(
  statement: ts.Statement,
  outermost: ts.ForStatement,
  checker: ts.TypeChecker,
): readonly ts.ForStatement[] | undefined {
  const loops: ts.ForStatement[] = [];
  let node: ts.Node = statement;
  while (node !== outermost) {
    const parent: ts.Node = node.parent;
    if (ts.isBlock(parent)) {
      const at = parent.statements.indexOf(node as ts.Statement);
      if (parent.statements.slice(0, at).some(mayJump)) return undefined;
    } else if (ts.isForStatement(parent) && parent.statement === node) {
      if (readLoopHeader(parent, checker)?.kind !== 'counted') return undefined;
      loops.unshift(parent);
    } else return undefined;
    node = parent;
  }
  return loops;
}

function mayJump(node: ts.Node): boolean {
  if (ts.isContinueStatement(node) || ts.isBreakStatement(node)) return true;
  return !ts.isFunctionLike(node) && (ts.forEachChild(node, mayJump) ?? false);
}

function containsCall(node: ts.Node): boolean {
  return ts.isCallExpression(node) || ts.isNewExpression(node) || (ts.forEachChild(node, containsCall) ?? false);
}

function freeNamesWithin(nodes: readonly (ts.Node | undefined)[], checker: ts.TypeChecker): readonly ts.Symbol[] {
  const found: ts.Symbol[] = [];
  const visit = (node: ts.Node): void => {
    const symbol = ts.isIdentifier(node) ? checker.getSymbolAtLocation(node) : undefined;
    const isMember = ts.isPropertyAccessExpression(node.parent) && node.parent.name === node;
    if (symbol !== undefined && !isMember) found.push(symbol);
    ts.forEachChild(node, visit);
  };
  for (const node of nodes) if (node !== undefined) visit(node);
  return found;
}
