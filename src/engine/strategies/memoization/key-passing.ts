// What the memoised function passes as keys: its parameters, or copies of them where the body changes or hides them.
import ts from 'typescript';
import { isWriteTarget } from '../../source/effects-references.ts';
import type { KeyPart } from './cache-keys.ts';

/** Whether the variable's name may mean something else, or hold something else, by the time of a return. */
export function needsCopy({ variable }: KeyPart, rest: readonly ts.Node[]): boolean {
  const visit = (node: ts.Node): boolean => {
    if (ts.isIdentifier(node) && node.text === variable.name.text && (isWriteTarget(node) || isDeclared(node)))
      return true;
    return ts.forEachChild(node, (child) => visit(child) || undefined) === true;
  };
  return rest.some(visit);
}

function isDeclared(node: ts.Identifier): boolean {
  const { parent } = node;
  const declares =
    ts.isVariableDeclaration(parent) ||
    ts.isBindingElement(parent) ||
    ts.isParameter(parent) ||
    ts.isFunctionLike(parent) ||
    ts.isClassLike(parent) ||
    ts.isEnumDeclaration(parent);
  return declares && parent.name === node;
}
