// What a type does not tell and a copy in another thread loses: an instance of a class fits an interface, and its getters and methods stay behind, its
// own fields that are instances become plain objects, and what has no prototype gets one. So what goes over is looked at first.
import ts from 'typescript';
import { isPrimitiveType } from '../../source/primitive-types.ts';
import { isInside } from '../../source/ranges/expressions.ts';
import { globalName } from '../../source/ranges/library-facts.ts';
import type { Subject } from '../../source/subject.ts';
import { isAssumed } from '../../source/whole-uses.ts';
import { recordForm, usesFieldsOnly } from './flat-records.ts';
import { mentionsIn } from './loop-text.ts';
import { typedArrayClass } from './shared-views.ts';

/** A value that goes to threads, as code, with its type and, for a variable, its symbol. */
export interface HandedValue {
  readonly name: string;
  readonly type: ts.Type;
  readonly symbol?: ts.Symbol | undefined;
}

/** What is asked of values before they go to threads. */
export interface PlainQuestion {
  /** Of records of which only the fields are used, each is looked at; of all else, everything that it holds. */
  readonly reach: 'records' | 'all';
  /** What is given to the function that answers, as code. */
  readonly given: string;
}

/** Undefined where the types, or the places where the values are made, tell that they are plain data. `root` is what is done with them in threads. */
export function plainQuestion(
  values: readonly HandedValue[],
  root: ts.Node,
  subject: Subject,
): PlainQuestion | undefined {
  const { checker } = subject;
  const open = values.filter((value) => mayHoldInstances(value.type, checker) && !isMadePlain(value, root, subject));
  if (open.length === 0) return undefined;
  const ofRecords = open.flatMap(({ name, type }) => {
    const form = recordForm(type, checker);
    return form === undefined ? [] : [form === 'list' ? name : `[${name}]`];
  });
  const types = open.map(({ type }) => type);
  // Where one has to be looked at all the way down, the others cost no more code.
  return ofRecords.length === open.length && usesFieldsOnly(root, types, checker)
    ? { reach: 'records', given: `[${ofRecords.join(', ')}]` }
    : { reach: 'all', given: open.map(({ name }) => name).join(', ') };
}

/** A constant of the function: a literal of fields that are primitives, which gets no others, or a `new Map` or `new Set` of primitives. */
function isMadePlain({ symbol, type }: HandedValue, root: ts.Node, { node, checker }: Subject): boolean {
  const declaration = symbol?.valueDeclaration;
  if (
    symbol === undefined ||
    declaration === undefined ||
    !ts.isVariableDeclaration(declaration) ||
    !isInside(declaration, node)
  )
    return false;
  if ((ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) === 0) return false;
  const { initializer, name } = declaration;
  if (initializer === undefined || !ts.isIdentifier(name)) return false;
  const isPrimitive = (one: ts.Node): boolean => isPrimitiveType(checker.getTypeAtLocation(one));
  if (ts.isNewExpression(initializer)) {
    const isCollection = ['Map', 'Set'].includes(globalName(initializer.expression, checker) ?? '');
    const made = checker.getTypeAtLocation(initializer) as ts.TypeReference;
    return isCollection && checker.getTypeArguments(made).every(isPrimitiveType);
  }
  const isRead = (use: ts.Identifier): boolean =>
    use === name || isInside(use, root) || ts.isPropertyAccessExpression(use.parent);
  return (
    ts.isObjectLiteralExpression(initializer) &&
    recordForm(type, checker) === 'one' &&
    mentionsIn(node, symbol, checker).every(isRead) &&
    initializer.properties.every(
      (one) =>
        (ts.isPropertyAssignment(one) && isPlainName(one.name) && isPrimitive(one.initializer)) ||
        (ts.isShorthandPropertyAssignment(one) && isPrimitive(one.name)),
    )
  );
}

/** Not `__proto__`, which is no field. */
function isPlainName(name: ts.PropertyName): boolean {
  return (ts.isIdentifier(name) || ts.isStringLiteral(name)) && name.text !== '__proto__';
}

/** Whether values of the type hold objects that may be instances of classes. Types that are only assumed are checked where the call begins. */
function mayHoldInstances(type: ts.Type, checker: ts.TypeChecker, seen = new Set<ts.Type>()): boolean {
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

/** Two spaces a level, with semicolons. */
export function plainDataFunction(
  name: string,
  reach: PlainQuestion['reach'],
  { isTypeScript: typed }: Subject['style'],
): string {
  const as = (type: string) => (typed ? type : '');
  return reach === 'all'
    ? plainThroughout(name, as)
    : `${SAME_COPIES}
function ${name}(lists${as(': readonly (readonly unknown[])[]')})${as(': boolean')} {
  const isRecord = (one${as(': unknown')}) => {
    const record${as(': object')} = Object(one);
    if (Object.getPrototypeOf(record) !== Object.prototype) return false;
    return Object.getOwnPropertyNames(record).length === Object.keys(record).length;
  };
  return lists.every((list) => Object.getPrototypeOf(Object(list)) === Array.prototype && list.every(isRecord));
}`;
}

const SAME_COPIES =
  '/** Whether copies in another thread are the same: they have no getters and methods of a class, and only what is enumerable. */';

/** What is found is kept in a set, so that objects that hold each other are looked at once. */
function plainThroughout(name: string, as: (type: string) => string): string {
  return `${SAME_COPIES}
function ${name}(...values${as(': readonly unknown[]')})${as(': boolean')} {
  const all = new Set${as('<object>')}([values]);
  for (const one of all) {
    if (ArrayBuffer.isView(one) || one instanceof ArrayBuffer || one instanceof SharedArrayBuffer) continue;
    const prototype = Object.getPrototypeOf(one);
    if (![Object, Array, Map, Set, Date].some((known) => prototype === known.prototype)) return false;
    if (!Array.isArray(one) && Reflect.ownKeys(one).length !== Object.keys(one).length) return false;
    const parts${as(': Iterable<unknown>')} = one instanceof Map ? [...one.keys(), ...one.values()] : one instanceof Set ? one : Object.values(one);
    for (const part of parts) if (typeof part === 'object' && part !== null) all.add(part);
  }
  return true;
}`;
}
