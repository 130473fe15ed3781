// What a type does not tell and a copy in another thread loses: an instance of a class fits an interface, and its getters and methods stay behind, its
// own fields that are instances become plain objects, and what has no prototype gets one. So what goes over is looked at first.
import ts from 'typescript';
import { isPrimitiveType } from '../../source/primitive-types.ts';
import type { Subject } from '../../source/subject.ts';
import { isAssumed } from '../../source/whole-uses.ts';
import { typedArrayClass } from './shared-views.ts';

/** Whether values of the type hold objects that may be instances of classes. Types that are only assumed are checked where the call begins. */
export function mayHoldInstances(type: ts.Type, checker: ts.TypeChecker, seen = new Set<ts.Type>()): boolean {
  if (seen.has(type) || isPrimitiveType(type)) return false;
  seen.add(type);
  const isOne = (part: ts.Type): boolean => mayHoldInstances(part, checker, seen);
  if (type.isUnion()) return type.types.some(isOne);
  if (checker.isArrayType(type) || checker.isTupleType(type))
    return checker.getTypeArguments(type as ts.TypeReference).some(isOne);
  if ((type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) === 0) return false;
  if (typedArrayClass(type) !== undefined || copied.has(type.getSymbol()?.name ?? '')) return false;
  return !isAssumed(type.getSymbol()?.declarations?.[0]);
}

/** Nobody extends them. */
const copied: ReadonlySet<string> = new Set([
  ...['ArrayBuffer', 'SharedArrayBuffer', 'DataView', 'BigInt64Array', 'BigUint64Array'],
]);

/** Two spaces a level, with semicolons. What is found is kept in a set, so that objects that hold each other are looked at once. */
export function plainDataFunction(name: string, { isTypeScript: typed }: Subject['style']): string {
  const as = (type: string) => (typed ? type : '');
  return `/** Whether copies in another thread are the same: that of an instance of a class has neither getters nor methods. */
function ${name}(...values${as(': readonly unknown[]')})${as(': boolean')} {
  const all = new Set${as('<object>')}([values]);
  for (const one of all) {
    if (ArrayBuffer.isView(one) || one instanceof ArrayBuffer || one instanceof SharedArrayBuffer) continue;
    const prototype = Object.getPrototypeOf(one);
    if (![Object, Array, Map, Set, Date].some((known) => prototype === known.prototype)) return false;
    const parts${as(': Iterable<unknown>')} = one instanceof Map ? [...one.keys(), ...one.values()] : one instanceof Set ? one : Object.values(one);
    for (const part of parts) if (typeof part === 'object' && part !== null) all.add(part);
  }
  return true;
}`;
}
