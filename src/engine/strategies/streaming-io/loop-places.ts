// Where a statement stands among loops and functions.
import ts from 'typescript';
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

/** The loop with its label. */
export function regionOf(loop: ts.IterationStatement): ts.Statement {
  return ts.isLabeledStatement(loop.parent) ? loop.parent : loop;
}

export function isDeclaredIn(loop: ts.Node, file: ts.Expression, { checker }: Subject): boolean {
  const declaration = ts.isIdentifier(file) ? checker.getSymbolAtLocation(file)?.valueDeclaration : undefined;
  return declaration !== undefined && declaration.pos >= loop.pos && declaration.end <= loop.end;
}
