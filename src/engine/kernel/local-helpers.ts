// Functions that a function keeps for itself, `const lerp = (a: number, b: number, t: number) => a + t * (b - a)`, and from where on there is one.
import ts from 'typescript';
import { bare, isInside } from '../source/ranges/expressions.ts';

export type LocalHelper = ts.ArrowFunction | ts.FunctionExpression;

/** Undefined when the declaration is of something else, or other code of its scope can be reached without it. */
export function localHelper(declaration: ts.VariableDeclaration): LocalHelper | undefined {
  const { name, initializer, parent } = declaration;
  const value = initializer && bare(initializer);
  if (value === undefined || !(ts.isArrowFunction(value) || ts.isFunctionExpression(value))) return undefined;
  const isConstant = (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.BlockScoped) === ts.NodeFlags.Const;
  if (!ts.isIdentifier(name) || !isConstant) return undefined;
  return ts.isVariableStatement(parent.parent) && ts.isBlock(parent.parent.parent) ? value : undefined;
}

/**
 * Whether it has its value wherever the name is called. Before its declaration it has none, and a function declaration that calls it may itself be
 * called before; what comes later in the text, also within helpers of this kind, runs later.
 */
export function isSetBefore(declaration: ts.VariableDeclaration, callee: ts.Node): boolean {
  const block = declaration.parent.parent.parent;
  if (!isInside(callee, block)) return false;
  for (let node: ts.Node = callee; node !== block; node = node.parent) {
    if (!ts.isFunctionLike(node)) continue;
    const holder = node.parent;
    if (!ts.isVariableDeclaration(holder) || localHelper(holder) !== node) return false;
  }
  return callee.pos >= declaration.end || isInside(callee, declaration);
}
