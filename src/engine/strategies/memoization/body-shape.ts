// Where in a function's body the cache is asked and where it is filled: guard clauses that cost nothing stay in front, every `return` behind
// them hands its value over. The cache is kept inside of the function, so that recursion is no deeper than before.
import ts from 'typescript';
import type { SymbolFacts } from '../../source/effects-symbols.ts';
import type { SubjectNode } from '../../source/subject.ts';
import { isCheap } from './cheap-code.ts';

export interface BodyShape {
  /** `if (n < 2) return n;` and the like, which run before the cache is asked, and constants that they need. */
  readonly guards: readonly (ts.IfStatement | ts.VariableStatement)[];
  /** What runs when nothing is remembered. */
  readonly rest: readonly ts.Node[];
  /** The returns of the rest that have a value; empty for an expression body. */
  readonly returns: readonly (ts.ReturnStatement & { readonly expression: ts.Expression })[];
  /** An arrow's body, when it is an expression. */
  readonly expressionBody: ts.Expression | undefined;
  /** `cond ? cheap : rest` as the only thing that is left: it becomes a guard clause and a return. */
  readonly split: ts.ConditionalExpression | undefined;
}

export function bodyShape(node: SubjectNode, symbols: SymbolFacts): BodyShape | undefined {
  const { body } = node;
  if (body === undefined) return undefined;
  if (!ts.isBlock(body)) {
    const split = splitOf(body, symbols);
    return { guards: [], rest: [split?.whenFalse ?? body], returns: [], expressionBody: body, split };
  }
  const front: (ts.IfStatement | ts.VariableStatement)[] = [];
  for (const statement of body.statements) {
    if (!isGuard(statement, symbols) && !isCheapConstant(statement, symbols)) break;
    front.push(statement);
  }
  const guards = front.slice(0, front.findLastIndex(ts.isIfStatement) + 1);
  const rest = body.statements.slice(guards.length);
  const returns = rest.flatMap(returnsIn);
  const [only] = rest;
  const split =
    rest.length === 1 && only !== undefined && ts.isReturnStatement(only) && only.expression
      ? splitOf(only.expression, symbols)
      : undefined;
  return { guards, rest: split ? [split.whenFalse] : rest, returns, expressionBody: undefined, split };
}

/** `if (cheap) return cheap;` or `if (cheap) throw ...;`, without an else. */
function isGuard(statement: ts.Statement, symbols: SymbolFacts): statement is ts.IfStatement {
  if (!ts.isIfStatement(statement) || statement.elseStatement || !isCheap(statement.expression, symbols)) return false;
  const { thenStatement } = statement;
  const then =
    ts.isBlock(thenStatement) && thenStatement.statements.length === 1 ? thenStatement.statements[0] : thenStatement;
  if (then === undefined) return false;
  if (ts.isThrowStatement(then)) return true;
  return ts.isReturnStatement(then) && (then.expression === undefined || isCheap(then.expression, symbols));
}

/** `const item = items[index];` */
function isCheapConstant(statement: ts.Statement, symbols: SymbolFacts): statement is ts.VariableStatement {
  if (
    !ts.isVariableStatement(statement) ||
    (statement.declarationList.flags & ts.NodeFlags.BlockScoped) !== ts.NodeFlags.Const
  )
    return false;
  return statement.declarationList.declarations.every(
    ({ name, initializer }) => ts.isIdentifier(name) && initializer !== undefined && isCheap(initializer, symbols),
  );
}

function splitOf(expression: ts.Expression, symbols: SymbolFacts): ts.ConditionalExpression | undefined {
  const inner = unparenthesized(expression);
  if (!ts.isConditionalExpression(inner)) return undefined;
  const isReadable = isCheap(inner.condition, symbols) && isCheap(inner.whenTrue, symbols) && !hasComments(expression);
  return isReadable ? inner : undefined;
}

export function unparenthesized(expression: ts.Expression): ts.Expression {
  return ts.isParenthesizedExpression(expression) ? unparenthesized(expression.expression) : expression;
}

/** Comments between the parts would be lost. */
function hasComments(node: ts.Node): boolean {
  return /\/[/*]/.test(node.getFullText());
}

/** The function's own returns: those of functions inside of it are not. */
function returnsIn(node: ts.Node): BodyShape['returns'][number][] {
  if (ts.isFunctionLike(node) || ts.isClassLike(node)) return [];
  if (ts.isReturnStatement(node)) return node.expression ? [node as BodyShape['returns'][number]] : [];
  const found: BodyShape['returns'][number][] = [];
  ts.forEachChild(node, (child) => {
    found.push(...returnsIn(child));
  });
  return found;
}

/** A `finally` that returns, throws or jumps replaces a value that was remembered already. */
export function overridingFinally(node: ts.Node): ts.Block | undefined {
  if (ts.isTryStatement(node) && node.finallyBlock && leavesAbruptly(node.finallyBlock)) return node.finallyBlock;
  return ts.forEachChild(node, overridingFinally);
}

function leavesAbruptly(node: ts.Node): boolean {
  if (ts.isFunctionLike(node) || ts.isClassLike(node)) return false;
  if (ts.isReturnStatement(node) || ts.isThrowStatement(node) || ts.isBreakOrContinueStatement(node)) return true;
  return ts.forEachChild(node, leavesAbruptly) === true;
}
