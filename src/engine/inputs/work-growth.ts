// How the work of a function seems to grow with its input, read from its syntax: nested loops, array callbacks, recursion. An estimate
// from which sizes are chosen; nothing else depends on it.
import ts from 'typescript';
import { methodEvidence } from './method-evidence.ts';

export interface WorkGrowth {
  /** Loops inside of loops, callbacks of array methods counted as loops. */
  readonly loopDepth: number;
  /** The function calls itself more than once (or in a loop) on an input that is smaller by a step, not by half. */
  readonly isExponential: boolean;
  /** The recursion is inside of a loop: permutations, subsets, backtracking. */
  readonly isBacktracking: boolean;
}

export function workGrowthOf(body: ts.Node, name: ts.Symbol | undefined, checker: ts.TypeChecker): WorkGrowth {
  let loopDepth = 0;
  let steppedCalls = 0;
  let calls = 0;
  let callsInLoop = 0;
  const visit = (node: ts.Node, depth: number): void => {
    loopDepth = Math.max(
      loopDepth,
      depth + (ts.isCallExpression(node) ? depthOfCallee(node, new Set([body]), checker) : 0),
    );
    if (ts.isCallExpression(node) && name !== undefined && symbolOfCallee(node, checker) === name) {
      calls++;
      if (depth > 0) callsInLoop++;
      if (node.arguments.some(isStep)) steppedCalls++;
    }
    ts.forEachChild(node, (child) => visit(child, depth + (isLoopBody(node, child) ? 1 : 0)));
  };
  visit(body, 0);
  const isBacktracking = callsInLoop > 0 && steppedCalls > 0;
  return { loopDepth, isExponential: (calls >= 2 && steppedCalls >= 2) || isBacktracking, isBacktracking };
}

/** Loops in the function that is called, when it is one of the program's own. */
function depthOfCallee(call: ts.CallExpression, seen: ReadonlySet<ts.Node>, checker: ts.TypeChecker): number {
  const declaration = checker.getResolvedSignature(call)?.declaration;
  if (declaration === undefined || !ts.isFunctionLike(declaration) || !('body' in declaration)) return 0;
  const body = declaration.body as ts.Node | undefined;
  if (body === undefined || seen.has(body) || seen.size > 4) return 0;
  let deepest = 0;
  const visit = (node: ts.Node, depth: number): void => {
    deepest = Math.max(
      deepest,
      depth + (ts.isCallExpression(node) ? depthOfCallee(node, new Set([...seen, body]), checker) : 0),
    );
    ts.forEachChild(node, (child) => visit(child, depth + (isLoopBody(node, child) ? 1 : 0)));
  };
  visit(body, 0);
  return deepest;
}

/** True when the function calls itself with this parameter made smaller: `fib(n - 1)`. */
export function isSteppedInRecursion(
  parameter: ts.Symbol,
  body: ts.Node,
  name: ts.Symbol | undefined,
  checker: ts.TypeChecker,
): boolean {
  let found = false;
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && name !== undefined && symbolOfCallee(node, checker) === name) {
      found ||= node.arguments.some(
        (argument) =>
          isStep(argument) &&
          ts.isBinaryExpression(argument) &&
          checker.getSymbolAtLocation(argument.left) === parameter,
      );
    }
    ts.forEachChild(node, visit);
  };
  visit(body);
  return found;
}

function symbolOfCallee(call: ts.CallExpression, checker: ts.TypeChecker): ts.Symbol | undefined {
  const callee = call.expression;
  return checker.getSymbolAtLocation(ts.isPropertyAccessExpression(callee) ? callee.name : callee);
}

/** `n - 1`, `i + 1`, `rest.slice(1)`: smaller by a fixed amount. */
function isStep(argument: ts.Expression): boolean {
  if (ts.isBinaryExpression(argument)) {
    const operator = argument.operatorToken.kind;
    return (
      operator === ts.SyntaxKind.MinusToken ||
      (operator === ts.SyntaxKind.PlusToken && ts.isNumericLiteral(argument.right))
    );
  }
  if (!ts.isCallExpression(argument) || !ts.isPropertyAccessExpression(argument.expression)) return false;
  const [first] = argument.arguments;
  return (
    /^(slice|substring|substr)$/.test(argument.expression.name.text) &&
    first !== undefined &&
    ts.isNumericLiteral(first)
  );
}

function isLoopBody(node: ts.Node, child: ts.Node): boolean {
  if (
    ts.isForStatement(node) ||
    ts.isForOfStatement(node) ||
    ts.isForInStatement(node) ||
    ts.isWhileStatement(node) ||
    ts.isDoStatement(node)
  ) {
    return child === node.statement;
  }
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false;
  const method = node.expression.name.text;
  const isPerElement =
    methodEvidence(method)?.elementParameter !== undefined || (method === 'from' && node.arguments.length === 2);
  return isPerElement && (ts.isArrowFunction(child) || ts.isFunctionExpression(child));
}

/** The symbol by which a function can call itself. */
export function ownSymbol(declaration: ts.Node, checker: ts.TypeChecker): ts.Symbol | undefined {
  const named = declaration as { readonly name?: ts.Node };
  if (named.name !== undefined) return checker.getSymbolAtLocation(named.name);
  let holder = declaration.parent;
  while (ts.isParenthesizedExpression(holder) || ts.isAsExpression(holder) || ts.isSatisfiesExpression(holder))
    holder = holder.parent;
  return ts.isVariableDeclaration(holder) || ts.isPropertyAssignment(holder) || ts.isPropertyDeclaration(holder)
    ? checker.getSymbolAtLocation(holder.name)
    : undefined;
}
