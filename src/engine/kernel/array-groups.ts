// Which types hold numbers or booleans, alone or in flat arrays, and which arrays may be one and the same.
import ts from 'typescript';
import { typedArrayName } from '../source/ranges/library-facts.ts';
import { type ArrayGroup, groupOf, NotAKernel, type ScalarKind, type TypedArrayName } from './kernel-ir.ts';

/** From here on both are one group: an array of the one may be an array of the other. */
export function unite(a: ArrayGroup, b: ArrayGroup, node: ts.Node): void {
  const left = groupOf(a);
  const right = groupOf(b);
  if (left === right) return;
  if (left.isText !== right.isText || left.typedName !== right.typedName || left.elements !== right.elements)
    throw new NotAKernel('type', node, node.getText());
  left.isFromOutside ||= right.isFromOutside;
  left.isWritten ||= right.isWritten;
  left.isReturned = left.isReturned === true || right.isReturned === true;
  right.partOf = left;
}

/** Number or boolean, literal types and unions of one kind included. */
export function scalarKind(type: ts.Type): ScalarKind | undefined {
  const parts = type.isUnion() ? type.types : [type];
  if (parts.every(({ flags }) => (flags & ts.TypeFlags.NumberLike) !== 0)) return 'number';
  return parts.every(({ flags }) => (flags & ts.TypeFlags.BooleanLike) !== 0) ? 'boolean' : undefined;
}

/** A new group for the type, when it is an array of numbers or booleans. */
export function arrayGroup(type: ts.Type, checker: ts.TypeChecker): ArrayGroup | undefined {
  const none = { isFromOutside: false, isWritten: false };
  if ((type.flags & ts.TypeFlags.StringLike) !== 0)
    return { elements: 'number', typedName: 'Uint16Array', isText: true, ...none };
  const typedName = typedArrayName(type) as TypedArrayName | undefined;
  if (typedName !== undefined) return { elements: 'number', typedName, ...none };
  if (!checker.isArrayType(type)) return undefined;
  const element = checker.getTypeArguments(type as ts.TypeReference)[0];
  const elements = element && scalarKind(element);
  return elements && { elements, typedName: undefined, ...none };
}
