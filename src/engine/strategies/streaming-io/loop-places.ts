// Where a statement stands among loops and functions.
import ts from 'typescript';
import { isLibrary } from '../../source/library-symbols.ts';
import type { Subject } from '../../source/subject.ts';

/** The outermost loop around a node, within the function that the node is in. */
export function loopAround(statement: ts.Node, subject: ts.Node): ts.IterationStatement | undefined {
  let found: ts.IterationStatement | undefined;
  for (let node: ts.Node = statement.parent; node !== subject.parent; node = node.parent) {
    if (ts.isFunctionLike(node)) return node === subject ? found : undefined;
    if (ts.isIterationStatement(node, false)) found = node;
  }
  return found;
}

/** A loop, or `items.forEach(...)` as a statement. */
export type Repeating = ts.IterationStatement | ts.ExpressionStatement;

/** The outermost loop around a node, calls of `forEach` among them: what they call is called at once, and never later. */
export function repeatedBy(node: ts.Node, subject: Subject): Repeating | undefined {
  let found: Repeating | undefined;
  for (let current = node.parent; current !== subject.node.parent; current = current.parent) {
    if (current === subject.node) return found;
    if (ts.isFunctionLike(current)) {
      const each = forEachOf(current, subject);
      if (each === undefined) return undefined;
      found = each;
      current = each;
    } else if (ts.isIterationStatement(current, false)) found = current;
  }
  return found;
}

/** The statement that hands a function to `forEach` of an array, a Set or a Map. */
function forEachOf(callback: ts.Node, { checker }: Subject): ts.ExpressionStatement | undefined {
  if (!ts.isArrowFunction(callback) && !ts.isFunctionExpression(callback)) return undefined;
  if (callback.modifiers !== undefined || callback.asteriskToken !== undefined) return undefined;
  const call = callback.parent;
  if (!ts.isCallExpression(call) || call.arguments[0] !== callback || !ts.isExpressionStatement(call.parent)) {
    return undefined;
  }
  const method = ts.isPropertyAccessExpression(call.expression) ? call.expression.name : undefined;
  if (method?.text !== 'forEach') return undefined;
  return isLibrary(checker.getSymbolAtLocation(method)) ? call.parent : undefined;
}

/** The loop with its label. */
export function regionOf(loop: ts.Statement): ts.Statement {
  return ts.isLabeledStatement(loop.parent) ? loop.parent : loop;
}

export function isDeclaredIn(loop: ts.Node, file: ts.Expression, { checker }: Subject): boolean {
  const declaration = ts.isIdentifier(file) ? checker.getSymbolAtLocation(file)?.valueDeclaration : undefined;
  return declaration !== undefined && declaration.pos >= loop.pos && declaration.end <= loop.end;
}

/** A variable of the function that the loop knows and that is asked for behind it, where an error of the loop is caught or passes by. */
export function seenWhereCaught(loop: ts.Node, { node, checker }: Subject): ts.Identifier | undefined {
  const caught = ts.findAncestor(
    loop,
    (one) => one === node || (ts.isTryStatement(one) && loop.end <= one.tryBlock.end),
  );
  if (caught === undefined || caught === node) return undefined;
  const own = new Set<ts.Symbol>();
  const visit = (part: ts.Node): ts.Identifier | undefined => {
    const symbol = ts.isIdentifier(part) ? checker.getSymbolAtLocation(part) : undefined;
    if (symbol !== undefined && ts.isIdentifier(part)) {
      const declaration = symbol.valueDeclaration;
      const isIn = (place: ts.Node): boolean => part.pos >= place.pos && part.end <= place.end;
      const isVariable = declaration !== undefined && ts.isVariableDeclaration(declaration);
      const isOutside =
        isVariable &&
        !isConstantNumber(declaration, checker) &&
        !(declaration.pos >= loop.pos && declaration.end <= loop.end);
      if (isIn(loop) && isOutside && declaration.pos > node.pos) own.add(symbol);
      else if (part.pos >= loop.end && own.has(symbol)) return part;
    }
    return ts.forEachChild(part, visit);
  };
  return visit(node);
}

/** A descriptor: a loop changes nothing about it. */
function isConstantNumber({ name, parent }: ts.VariableDeclaration, checker: ts.TypeChecker): boolean {
  const isConst = (parent.flags & ts.NodeFlags.Const) !== 0;
  return isConst && (checker.getTypeAtLocation(name).flags & ts.TypeFlags.NumberLike) !== 0;
}
