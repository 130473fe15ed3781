// What helpers that stand inside of a function use of it, `const at = (x: number, y: number) => cells[y * width + x]`, and helpers of the module of its tables.
// Each call hands it over with the arguments. A helper that sets one of these variables is none: the function would not see it.
import ts from 'typescript';
import { isWriteTarget } from '../source/effects-references.ts';
import type { FunctionNode } from './function-node.ts';
import { NotAKernel } from './kernel-ir.ts';
import { isModuleVariable } from './module-variables.ts';

/** Each with the place where it is used. */
export type Captures = ReadonlyMap<ts.Symbol, ts.Identifier>;

/** `helperOf`: the function that is called by that name. What a helper's helpers use, it uses as well. */
export function capturesOf(
  helper: FunctionNode,
  checker: ts.TypeChecker,
  helperOf: (callee: ts.Identifier) => FunctionNode | undefined,
): Captures {
  const captures = new Map<ts.Symbol, ts.Identifier>();
  const seen = new Set<ts.Node>();
  const addOf = (user: FunctionNode): void => {
    if (seen.has(user)) return;
    seen.add(user);
    const visit = (node: ts.Node): void => {
      if (ts.isIdentifier(node)) {
        const called = ts.isCallExpression(node.parent) && node.parent.expression === node ? helperOf(node) : undefined;
        if (called !== undefined) addOf(called);
        else add(node, user);
      }
      ts.forEachChild(node, visit);
    };
    if (user.body !== undefined) visit(user.body);
  };
  const add = (node: ts.Identifier, user: FunctionNode): void => {
    const symbol = checker.getSymbolAtLocation(node);
    if (symbol === undefined || captures.has(symbol)) return;
    if (isModuleVariable(symbol, checker)) captures.set(symbol, node);
    const declaration = symbol.valueDeclaration;
    if (declaration === undefined) return;
    if (!ts.isVariableDeclaration(declaration) && !ts.isParameter(declaration) && !ts.isBindingElement(declaration))
      return;
    const owner = functionAround(declaration);
    if (owner === undefined || isWithin(owner, user)) return;
    if (isSetElsewhere(symbol, owner, checker)) throw new NotAKernel('outside', node, node.text);
    // It may be one of the helper's callers that keeps it.
    if (!isWithin(owner, helper)) captures.set(symbol, node);
  };
  addOf(helper);
  return captures;
}

function functionAround(node: ts.Node): ts.Node | undefined {
  return ts.findAncestor(node.parent, ts.isFunctionLike);
}

function isWithin(node: ts.Node, outer: ts.Node): boolean {
  return ts.findAncestor(node, (one) => one === outer) !== undefined;
}

/** By a function in the one that has it. */
function isSetElsewhere(symbol: ts.Symbol, owner: ts.Node, checker: ts.TypeChecker): boolean {
  const visit = (node: ts.Node): boolean =>
    (ts.isIdentifier(node) &&
      node.text === symbol.name &&
      isWriteTarget(node) &&
      functionAround(node) !== owner &&
      checker.getSymbolAtLocation(node) === symbol) ||
    (ts.forEachChild(node, visit) ?? false);
  return visit(owner);
}
