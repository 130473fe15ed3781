// Which types hold primitives only. What a strategy may do with a value often hangs on it: a primitive is copied, has no one else's fields, and
// two of its kinds convert to one another without running code.
import ts from 'typescript';

const texts = ts.TypeFlags.StringLike | ts.TypeFlags.NumberLike | ts.TypeFlags.BooleanLike;
const nothing = ts.TypeFlags.Undefined | ts.TypeFlags.Null;
const primitive = texts | nothing | ts.TypeFlags.BigIntLike | ts.TypeFlags.Void | ts.TypeFlags.Never;

/** True when every value of the type is a primitive; symbols aside, which cannot be copied or converted. */
export function isPrimitiveType(type: ts.Type): boolean {
  return isOnly(type, primitive);
}

/** Texts, numbers, truth values and nothing: operators on them call no code and throw nothing. Not `bigint`, which does not mix with numbers. */
export function convertsQuietly(type: ts.Type): boolean {
  return isOnly(type, texts | nothing);
}

function isOnly(type: ts.Type, flags: ts.TypeFlags): boolean {
  if (type.isUnion()) return type.types.every((part) => isOnly(part, flags));
  // A branded string is a string at run time.
  if (type.isIntersection()) return type.types.some((part) => isOnly(part, flags));
  return (type.flags & flags) !== 0;
}

/** Of unions, all of them. */
export function isNumberType(type: ts.Type): boolean {
  return type.isUnion() ? type.types.every(isNumberType) : (type.flags & ts.TypeFlags.NumberLike) !== 0;
}
