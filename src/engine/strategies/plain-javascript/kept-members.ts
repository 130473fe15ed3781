// Whether the elements of a list keep their keys while a function runs: which members it writes, by what stands in it and by the effects found.
import ts from 'typescript';
import type { Effect } from '../../source/effects.ts';
import { isWriteTarget } from '../../source/effects-references.ts';
import { isTypedArrayName } from '../../source/known-globals.ts';
import { isPrimitiveType } from '../../source/primitive-types.ts';
import { isLibrarySymbol } from '../../source/ranges/library-facts.ts';
import type { Subject } from '../../source/subject.ts';

/** `.address.city` in its members. */
export function membersOf(path: string): readonly string[] {
  return path.split('.').filter((member) => /^[A-Za-z_$][\w$]*$/.test(member));
}

/** `row.used = true`, seen as an effect, where none of `members` is meant: an array has no other field than its length. */
export function isWriteOfAnotherMember(
  effect: Effect,
  members: readonly string[],
  { node, checker }: Subject,
): boolean {
  if (!['writes-parameter', 'writes-this', 'writes-outside'].includes(effect.kind)) return false;
  const source = node.getSourceFile();
  const start = source.getPositionOfLineAndCharacter(effect.line - 1, effect.column - 1);
  const visit = (child: ts.Node): boolean => {
    if (ts.isPropertyAccessExpression(child) && child.getStart(source) === start && isWriteTarget(child)) {
      const flags = checker.getSymbolAtLocation(child.name)?.flags ?? ts.SymbolFlags.Accessor;
      return (flags & ts.SymbolFlags.Accessor) === 0 && ![...members, 'length'].includes(child.name.text);
    }
    return child.pos <= start && start < child.end && (ts.forEachChild(child, visit) ?? false);
  };
  return visit(node);
}

/** Whether nothing in the function gives an object another value for one of the members; unknown code might. */
export function leavesMembers(members: readonly string[], { node: root, checker }: Subject): boolean {
  const visit = (node: ts.Node): boolean => {
    if (ts.isPropertyAccessExpression(node) && isWriteTarget(node) && members.includes(node.name.text)) return true;
    if (ts.isElementAccessExpression(node) && isWriteTarget(node) && !isArrayLike(node.expression, checker))
      return true;
    if (ts.isTaggedTemplateExpression(node)) return true;
    if ((ts.isCallExpression(node) || ts.isNewExpression(node)) && mayWriteMembers(node, checker)) return true;
    return ts.forEachChild(node, visit) ?? false;
  };
  return !visit(root);
}

function isArrayLike(node: ts.Expression, checker: ts.TypeChecker): boolean {
  const type = checker.getTypeAtLocation(node);
  return checker.isArrayType(type) || checker.isTupleType(type) || isTypedArrayName(type.getSymbol()?.name ?? '');
}

function mayWriteMembers(call: ts.CallExpression | ts.NewExpression, checker: ts.TypeChecker): boolean {
  const values = call.arguments ?? [];
  const callee = call.expression;
  const isKnown = isLibrarySymbol(checker.getSymbolAtLocation(callee));
  if (!isKnown)
    return (
      !values.every((value) => isPrimitiveType(checker.getTypeAtLocation(value))) ||
      ts.isPropertyAccessExpression(callee)
    );
  if (/^(Object\.(assign|define\w+|setPrototypeOf)|Reflect\.\w+)$/.test(callee.getText())) return true;
  return values.some(
    (value) =>
      !ts.isArrowFunction(value) &&
      !ts.isFunctionExpression(value) &&
      checker.getTypeAtLocation(value).getCallSignatures().length > 0 &&
      !isLibrarySymbol(checker.getSymbolAtLocation(value)),
  );
}
