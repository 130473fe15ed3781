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
  left.isOfTable = left.isOfTable === true || right.isOfTable === true;
  left.asksForMissing = left.asksForMissing === true || right.asksForMissing === true;
  // A row lies within the cells of its table, and is no array that could be handed out.
  if (left.isReturned && left.isOfTable) throw new NotAKernel('type', node, node.getText());
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
  // What may be missing by its type is no value of a kernel: the original takes over where it would come to be one.
  const elements = element && scalarKind(checker.getNonNullableType(element));
  return elements && { elements, typedName: undefined, ...none };
}

/** Which of the kinds that a type leaves open an array is. */
export type ArrayKind = TypedArrayName | 'array';

/** `number[] | Float64Array`, `ArrayLike<number>`: numbers in arrays of several kinds. */
export function isOfSeveralKinds(type: ts.Type, checker: ts.TypeChecker): boolean {
  if (!type.isUnion()) {
    const [element] = type.getSymbol()?.name === 'ArrayLike' ? checker.getTypeArguments(type as ts.TypeReference) : [];
    return element !== undefined && scalarKind(element) === 'number';
  }
  return type.types.every((part) => {
    const group = (part.flags & ts.TypeFlags.Object) === 0 ? undefined : arrayGroup(part, checker);
    return group?.elements === 'number';
  });
}

/** A new group for an array of that kind. */
export function groupOfKind(kind: ArrayKind): ArrayGroup {
  return {
    elements: 'number',
    typedName: kind === 'array' ? undefined : kind,
    isFromOutside: false,
    isWritten: false,
  };
}

export function kindOfGroup({ typedName, elements, isText }: ArrayGroup): ArrayKind | undefined {
  return isText === true || elements !== 'number' ? undefined : (typedName ?? 'array');
}

/** A new group for the cells, when the type is an array of rows of numbers or booleans. */
export function cellsGroup(
  type: ts.Type,
  checker: ts.TypeChecker,
  tuples: 'with tuples' | 'arrays only',
): ArrayGroup | undefined {
  if (!checker.isArrayType(type)) return undefined;
  const row = checker.getTypeArguments(type as ts.TypeReference)[0];
  if (row === undefined) return undefined;
  const group = arrayGroup(row, checker) ?? (tuples === 'with tuples' ? tupleGroup(row, checker) : undefined);
  return group === undefined || group.isText === true ? undefined : { ...group, isOfTable: true };
}

/** `[number, number]`: a row that is always as long. */
export function tupleGroup(type: ts.Type, checker: ts.TypeChecker): ArrayGroup | undefined {
  if (!checker.isTupleType(type)) return undefined;
  const { target } = type as ts.TupleTypeReference;
  const kinds = new Set(checker.getTypeArguments(type as ts.TypeReference).map(scalarKind));
  const [elements] = kinds;
  if (kinds.size !== 1 || elements === undefined || target.minLength !== target.fixedLength || target.hasRestElement)
    return undefined;
  return { elements, typedName: undefined, isFromOutside: false, isWritten: false };
}

/** A new group for the cells, when the type is an array of objects whose fields are all numbers, or all truths. */
export function objectRowsGroup(type: ts.Type, checker: ts.TypeChecker): ArrayGroup | undefined {
  const row = checker.isArrayType(type) ? checker.getTypeArguments(type as ts.TypeReference)[0] : undefined;
  if (row === undefined || (row.flags & ts.TypeFlags.Object) === 0 || row.isClass()) return undefined;
  if (checker.isArrayLikeType(row) || row.getCallSignatures().length > 0) return undefined;
  const fields = row.getProperties();
  const kinds = new Set(fields.map((field) => scalarKind(checker.getTypeOfSymbol(field))));
  const [elements] = kinds;
  if (kinds.size !== 1 || elements === undefined) return undefined;
  return { elements, typedName: undefined, isFromOutside: false, isWritten: false, isOfTable: true };
}

/** How long the tuples are that an array of tuples holds. */
export function tupleWidth(type: ts.Type, checker: ts.TypeChecker): number | undefined {
  const row = checker.isArrayType(type) ? checker.getTypeArguments(type as ts.TypeReference)[0] : undefined;
  return row !== undefined && checker.isTupleType(row) ? (row as ts.TupleTypeReference).target.fixedLength : undefined;
}
