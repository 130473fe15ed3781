// What is collected by copying it each time, `{ ...acc, [key]: value }` and `[...acc, item]`, takes quadratic time; where nobody holds an earlier
// copy, the one object can be filled instead. Recognises the forms; print-growth.ts writes them as statements.
import ts from 'typescript';
import { isWriteTarget } from '../../source/effects-references.ts';
import { bare, takesName, wrapped } from '../../source/ranges/expressions.ts';
import { globalName, isLibrarySymbol } from '../../source/ranges/library-facts.ts';

export type Growth =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'push'; readonly items: readonly ts.Expression[]; readonly holes?: Holes }
  /** `[...acc, ...list]`, `acc.concat(list)` */
  | { readonly kind: 'append'; readonly list: ts.Expression; readonly holes?: Holes }
  | {
      readonly kind: 'set';
      readonly whole: ts.ObjectLiteralExpression;
      readonly entries: readonly Entry[];
      readonly isAssigned?: true;
    }
  /** `Object.assign({}, acc, source)` */
  | { readonly kind: 'assign'; readonly source: ts.Expression }
  | {
      readonly kind: 'choice';
      readonly condition: ts.Expression;
      readonly whenTrue: Growth;
      readonly whenFalse: Growth;
    };

/** What becomes of holes: a spread fills all that were collected so far, while `concat` keeps those of its argument. */
type Holes = 'filled' | 'kept';

export interface Entry {
  readonly key: ts.PropertyName;
  readonly value: ts.Expression;
  /** The key may be '__proto__', which an assignment takes for the prototype. */
  readonly mayBeProto: boolean;
  /** The type knows the name by an index signature only. */
  readonly isIndexed?: boolean;
  /** The value is the list under this key with these added, and nobody else holds the list. */
  readonly appended?: Appended;
}

interface Appended {
  readonly items: readonly ts.Expression[];
  /** The key may be one of the names that every object has, which hold no lists. */
  readonly mayBeInherited: boolean;
  /** The type says that there may be no list under the key. */
  readonly mayBeMissing: boolean;
}

export interface Accumulator {
  readonly name: string;
  is(node: ts.Node): boolean;
}

/** Undefined where the expression is anything but the collected value with something added. */
export function growthOf(value: ts.Expression, acc: Accumulator, checker: ts.TypeChecker): Growth | undefined {
  const node = bare(value);
  if (acc.is(node)) return { kind: 'unchanged' };
  if (ts.isConditionalExpression(node)) {
    const whenTrue = growthOf(node.whenTrue, acc, checker);
    const whenFalse = growthOf(node.whenFalse, acc, checker);
    const isSafe = whenTrue !== undefined && whenFalse !== undefined && readsOnly(node.condition, acc, checker);
    return isSafe && !fillsWhatWasKept([whenTrue, whenFalse])
      ? { kind: 'choice', condition: node.condition, whenTrue, whenFalse }
      : undefined;
  }
  if (ts.isArrayLiteralExpression(node)) return pushOf(node.elements, acc, checker);
  if (ts.isCallExpression(node)) return concatOf(node, acc, checker) ?? assignOf(node, acc, checker);
  return ts.isObjectLiteralExpression(node) ? setOf(node, acc, checker) : undefined;
}

/** Whether some of them fill holes that others keep: made in place, nothing would fill them. */
export function fillsWhatWasKept(growths: readonly Growth[]): boolean {
  const all = new Set(growths.flatMap(holesOf));
  return all.has('filled') && all.has('kept');
}

function holesOf(growth: Growth): readonly Holes[] {
  if (growth.kind === 'choice') return [...holesOf(growth.whenTrue), ...holesOf(growth.whenFalse)];
  return (growth.kind === 'push' || growth.kind === 'append') && growth.holes !== undefined ? [growth.holes] : [];
}

export function grows(growth: Growth): boolean {
  if (growth.kind === 'choice') return grows(growth.whenTrue) || grows(growth.whenFalse);
  return growth.kind !== 'unchanged';
}

function pushOf(elements: readonly ts.Expression[], acc: Accumulator, checker: ts.TypeChecker): Growth | undefined {
  const [first, ...items] = elements;
  if (first === undefined || !ts.isSpreadElement(first) || !acc.is(bare(first.expression))) return undefined;
  if (!isMutableArray(checker.getTypeAtLocation(first.expression), checker)) return undefined;
  const [only, ...others] = items;
  if (only !== undefined && ts.isSpreadElement(only) && others.length === 0) {
    const isList = checker.isArrayType(checker.getTypeAtLocation(only.expression));
    return isList && readsOnly(only, acc, checker)
      ? { kind: 'append', list: only.expression, holes: 'filled' }
      : undefined;
  }
  const push = asPush(items, acc, checker);
  return push && { ...push, holes: 'filled' };
}

/** `acc.concat([item])`, `acc.concat(item)`, `acc.concat(list)` */
function concatOf(node: ts.CallExpression, acc: Accumulator, checker: ts.TypeChecker): Growth | undefined {
  const { expression: callee, arguments: args } = node;
  const [list, ...more] = args;
  if (!ts.isPropertyAccessExpression(callee) || callee.name.text !== 'concat' || callee.questionDotToken)
    return undefined;
  if (!acc.is(bare(callee.expression)) || !isLibrarySymbol(checker.getSymbolAtLocation(callee))) return undefined;
  if (!isMutableArray(checker.getTypeAtLocation(callee.expression), checker)) return undefined;
  if (list !== undefined && more.length === 0 && ts.isArrayLiteralExpression(list))
    return asPush(list.elements, acc, checker);
  if (args.some(ts.isSpreadElement)) return undefined;
  // `JSON.parse(text) as number` says what nobody knows.
  const types = args.map((arg) => checker.getTypeAtLocation(bare(arg)));
  if (types.every((type) => isNeverSpread(type, checker))) return asPush(args, acc, checker);
  const isList = types.length === 1 && types.every((type) => checker.isArrayType(type));
  if (list === undefined || !isList || mentions(list, acc) || isLookedUp(list, checker)) return undefined;
  return isWithoutHoles(list, checker) ? { kind: 'append', list } : { kind: 'append', list, holes: 'kept' };
}

/** `groups[key]`, also by a name: it may be missing where no type says so, and `concat` adds `undefined` then. */
function isLookedUp(list: ts.Expression, checker: ts.TypeChecker): boolean {
  const node = bare(list);
  if (ts.isElementAccessExpression(node)) return true;
  const declaration = ts.isIdentifier(node) ? checker.getSymbolAtLocation(node)?.valueDeclaration : undefined;
  if (declaration === undefined || !ts.isVariableDeclaration(declaration) || !declaration.initializer) return false;
  // A declared type without it was narrowed from one that does say so.
  const isSaid = !checker.isArrayType(checker.getTypeAtLocation(declaration.name));
  return !isSaid && isLookedUp(declaration.initializer, checker);
}

/** `row.filter(...)`, `line.split(',')` */
function isWithoutHoles(list: ts.Expression, checker: ts.TypeChecker): boolean {
  const node = bare(list);
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false;
  const { expression: callee } = node;
  return /^(filter|split)$/.test(callee.name.text) && isLibrarySymbol(checker.getSymbolAtLocation(callee));
}

/** Of lists, results of `match` included: what has none but these may be a list, which `concat` takes apart. */
const namesOfLists = new Set([
  ...Object.getOwnPropertyNames(Array.prototype),
  'index',
  'input',
  'groups',
  'indices',
  'raw',
]);

function isNeverSpread(type: ts.Type, checker: ts.TypeChecker): boolean {
  if (type.isUnion()) return type.types.every((one) => isNeverSpread(one, checker));
  if (isPrimitive(type)) return true;
  if (!(type.flags & ts.TypeFlags.Object) || type.getProperty('length') !== undefined) return false;
  return checker
    .getPropertiesOfType(type)
    .some(({ name, flags }) => !(flags & ts.SymbolFlags.Optional) && !namesOfLists.has(name));
}

function asPush(
  items: readonly ts.Expression[],
  acc: Accumulator,
  checker: ts.TypeChecker,
): Extract<Growth, { kind: 'push' }> | undefined {
  const isPlain = items.every(
    (item) => !ts.isSpreadElement(item) && !ts.isOmittedExpression(item) && readsOnly(item, acc, checker),
  );
  return isPlain && items.length > 0 ? { kind: 'push', items } : undefined;
}

function isMutableArray(type: ts.Type, checker: ts.TypeChecker): boolean {
  return checker.isArrayType(type) && type.getSymbol()?.name === 'Array';
}

function setOf(whole: ts.ObjectLiteralExpression, acc: Accumulator, checker: ts.TypeChecker): Growth | undefined {
  const [first, ...properties] = whole.properties;
  if (first === undefined || !ts.isSpreadAssignment(first) || !acc.is(bare(first.expression))) return undefined;
  const [property, another] = properties;
  const appended = another === undefined && property !== undefined ? appendedBy(property, acc, checker) : undefined;
  if (appended !== undefined) return { kind: 'set', whole, entries: [appended] };
  const entries = entriesOf(properties, checker.getTypeAtLocation(first.expression), acc, checker);
  return entries !== undefined && !(entries.length > 1 && entries.some(({ mayBeProto }) => mayBeProto))
    ? { kind: 'set', whole, entries }
    : undefined;
}

/** At least one, each of which may be stored as soon as it is computed. */
function entriesOf(
  properties: readonly ts.ObjectLiteralElementLike[],
  type: ts.Type,
  acc: Accumulator,
  checker: ts.TypeChecker,
): readonly Entry[] | undefined {
  const entries: Entry[] = [];
  for (const property of properties) {
    const entry = entryOf(property, checker);
    if (entry === undefined || !readsOnly(entry.value, acc, checker)) return undefined;
    // In a literal it gets the name of its key, by an assignment none.
    if (takesName(entry.value)) return undefined;
    if (ts.isComputedPropertyName(entry.key) && !readsOnly(entry.key.expression, acc, checker)) return undefined;
    // Values are computed before any of them is stored.
    if (entries.length > 0 && (mentions(entry.value, acc) || mentions(entry.key, acc))) return undefined;
    entries.push({ ...entry, isIndexed: isIndexed(entry.key, type) });
  }
  return entries.length > 0 ? entries : undefined;
}

/**
 * `Object.assign({}, acc, source)`, where source holds nothing but primitives. Both ways assign: under the key '__proto__' a primitive is passed
 * over, while an object or null would become the prototype, of the copy only as long as it is not copied again.
 */
function assignOf(node: ts.CallExpression, acc: Accumulator, checker: ts.TypeChecker): Growth | undefined {
  const [target, former, source, ...more] = node.arguments;
  if (target === undefined || former === undefined || source === undefined || more.length > 0) return undefined;
  const callee = node.expression;
  const isAssign =
    ts.isPropertyAccessExpression(callee) &&
    callee.name.text === 'assign' &&
    globalName(bare(callee.expression), checker) === 'Object';
  const isNew = ts.isObjectLiteralExpression(target) && target.properties.length === 0;
  if (!isAssign || !isNew || !acc.is(bare(former)) || ts.isSpreadElement(source)) return undefined;
  const value = bare(source);
  if (!ts.isObjectLiteralExpression(value)) {
    const type = checker.getTypeAtLocation(value).getStringIndexType();
    return type !== undefined && isPrimitive(type) && readsOnly(value, acc, checker)
      ? { kind: 'assign', source: value }
      : undefined;
  }
  const entries = entriesOf(value.properties, checker.getTypeAtLocation(former), acc, checker);
  const isSafe = entries?.every((entry) => !entry.mayBeProto || isPrimitive(checker.getTypeAtLocation(entry.value)));
  return entries !== undefined && isSafe === true
    ? {
        kind: 'set',
        whole: value,
        entries: entries.map((entry) => ({ ...entry, mayBeProto: false })),
        isAssigned: true,
      }
    : undefined;
}

function isPrimitive(type: ts.Type): boolean {
  if (type.isUnion()) return type.types.every(isPrimitive);
  const { StringLike, NumberLike, BooleanLike, BigIntLike, Undefined } = ts.TypeFlags;
  return (type.flags & (StringLike | NumberLike | BooleanLike | BigIntLike | Undefined)) !== 0;
}

function entryOf(property: ts.ObjectLiteralElementLike, checker: ts.TypeChecker): Entry | undefined {
  if (ts.isShorthandPropertyAssignment(property))
    return property.name.text === '__proto__'
      ? undefined
      : { key: property.name, value: property.name, mayBeProto: false };
  if (!ts.isPropertyAssignment(property)) return undefined;
  const { name: key, initializer: value } = property;
  if (ts.isComputedPropertyName(key)) {
    const type = checker.getTypeAtLocation(key.expression);
    if (!isPlainKey(type)) return undefined;
    return { key, value, mayBeProto: mayBeProto(key.expression, type) };
  }
  const isNamed = ts.isIdentifier(key) || ts.isStringLiteral(key) || ts.isNumericLiteral(key);
  return isNamed && key.text !== '__proto__' ? { key, value, mayBeProto: false } : undefined;
}

function isIndexed(key: ts.PropertyName, type: ts.Type): boolean {
  return ts.isIdentifier(key) && type.getStringIndexType() !== undefined && type.getProperty(key.text) === undefined;
}

/** `[key]: [...(acc[key] ?? []), item]`, where `acc` is mentioned nowhere else: a list that is copied to be made longer. */
function appendedBy(
  property: ts.ObjectLiteralElementLike,
  acc: Accumulator,
  checker: ts.TypeChecker,
): Entry | undefined {
  const entry = entryOf(property, checker);
  if (entry === undefined || !ts.isComputedPropertyName(entry.key)) return undefined;
  const list = bare(entry.value);
  if (!ts.isArrayLiteralExpression(list)) return undefined;
  const [first, ...items] = list.elements;
  if (first === undefined || !ts.isSpreadElement(first) || items.length === 0) return undefined;
  const former = bare(first.expression);
  if (!ts.isBinaryExpression(former) || !/^(\?\?|\|\|)$/.test(former.operatorToken.getText())) return undefined;
  const [lookup, none] = [bare(former.left), bare(former.right)];
  const isNone = ts.isArrayLiteralExpression(none) && none.elements.length === 0;
  if (!ts.isElementAccessExpression(lookup) || !acc.is(bare(lookup.expression)) || !isNone) return undefined;
  const isSameKey = lookup.argumentExpression.getText() === entry.key.expression.getText();
  const found = checker.getTypeAtLocation(lookup);
  const type = checker.getNonNullableType(found);
  if (!isSameKey || !isRepeatable(entry.key.expression) || !isMutableArray(type, checker)) return undefined;
  if (!items.every(isRepeatable) || items.some((item) => mentions(item, acc))) return undefined;
  const isInherited = mayBeInherited(checker.getTypeAtLocation(entry.key.expression));
  return { ...entry, appended: { items, mayBeInherited: isInherited, mayBeMissing: type !== found } };
}

/**
 * Lists under keys are made longer in place only where each of them was made so: the object starts empty, gets nothing else, and `isReadElsewhere` says
 * that nobody looks into it meanwhile. Otherwise they are copied as before.
 */
export function appendedWhereOwn(growth: Growth, initial: ts.Expression | undefined, isReadElsewhere: boolean): Growth {
  const start = initial && bare(initial);
  const isEmpty = start !== undefined && ts.isObjectLiteralExpression(start) && start.properties.length === 0;
  return isEmpty && !isReadElsewhere && appendsOnly(growth) ? growth : withoutAppending(growth);
}

function appendsOnly(growth: Growth): boolean {
  if (growth.kind === 'unchanged') return true;
  return growth.kind === 'set' && growth.entries.every(({ appended }) => appended !== undefined);
}

function withoutAppending(growth: Growth): Growth {
  if (growth.kind === 'choice')
    return {
      ...growth,
      whenTrue: withoutAppending(growth.whenTrue),
      whenFalse: withoutAppending(growth.whenFalse),
    };
  if (growth.kind !== 'set') return growth;
  return { ...growth, entries: growth.entries.map(({ appended: _appended, ...entry }) => entry) };
}

/** Names, literals and members of them: neither calls nor throws, and is the same when it is looked at again. */
export function isRepeatable(expression: ts.Expression): boolean {
  const node = bare(expression);
  if (ts.isPropertyAccessExpression(node)) return isRepeatable(node.expression);
  return ts.isIdentifier(node) || ts.isLiteralExpression(node) || node.kind === ts.SyntaxKind.ThisKeyword;
}

/** Strings and numbers: to make a property name of them runs no code. */
function isPlainKey(type: ts.Type): boolean {
  if (type.isUnion()) return type.types.every(isPlainKey);
  return (type.flags & (ts.TypeFlags.StringLike | ts.TypeFlags.NumberLike)) !== 0;
}

function mayBeProto(key: ts.Expression, type: ts.Type): boolean {
  const node = bare(key);
  if (ts.isTemplateExpression(node) && node.head.text !== '' && !'__proto__'.startsWith(node.head.text)) return false;
  if (type.isUnion()) return type.types.some((one) => mayBeProto(key, one));
  if (type.isStringLiteral()) return type.value === '__proto__';
  return (type.flags & ts.TypeFlags.NumberLike) === 0;
}

/** `constructor`, `toString` */
function mayBeInherited(type: ts.Type): boolean {
  if (type.isUnion()) return type.types.some(mayBeInherited);
  if (type.isStringLiteral()) return type.value in Object.prototype;
  return (type.flags & ts.TypeFlags.NumberLike) === 0;
}

export function mentions(node: ts.Node, acc: Accumulator): boolean {
  return acc.is(node) || (ts.forEachChild(node, (child) => mentions(child, acc)) ?? false);
}

/** Whether every mention in the code looks something up in what is collected, without getting hold of it. */
export function readsOnly(node: ts.Node, acc: Accumulator, checker: ts.TypeChecker): boolean {
  if (acc.is(node)) return isLookup(node as ts.Expression, checker);
  return !(ts.forEachChild(node, (child) => !readsOnly(child, acc, checker)) ?? false);
}

const lookups = new Set(['includes', 'indexOf', 'lastIndexOf', 'at', 'join', 'hasOwnProperty']);

/** `acc[key]`, `acc.length`, `acc.includes(item)`, `key in acc`. */
export function isLookup(mention: ts.Expression, checker: ts.TypeChecker): boolean {
  const value = wrapped(mention);
  const { parent } = value;
  if (ts.isBinaryExpression(parent))
    return parent.operatorToken.kind === ts.SyntaxKind.InKeyword && parent.right === value;
  const isAccess =
    (ts.isPropertyAccessExpression(parent) || ts.isElementAccessExpression(parent)) && parent.expression === value;
  if (!isAccess || isWriteTarget(parent)) return false;
  const outer = wrapped(parent).parent;
  if (ts.isDeleteExpression(outer) || ts.isTaggedTemplateExpression(outer)) return false;
  if (!ts.isCallExpression(outer) || outer.expression !== wrapped(parent)) return true;
  return (
    ts.isPropertyAccessExpression(parent) &&
    lookups.has(parent.name.text) &&
    isLibrarySymbol(checker.getSymbolAtLocation(parent))
  );
}

/** A literal of this very place, which holds nothing that copying would leave out. */
export function isFreshLiteral(expression: ts.Expression): boolean {
  const node = bare(expression);
  if (ts.isArrayLiteralExpression(node)) return node.elements.every((element) => !ts.isOmittedExpression(element));
  return (
    ts.isObjectLiteralExpression(node) &&
    node.properties.every(
      (property) =>
        ts.isSpreadAssignment(property) ||
        ((ts.isPropertyAssignment(property) || ts.isShorthandPropertyAssignment(property)) &&
          !/^(\[|['"]?__proto__['"]?$)/.test(property.name.getText())),
    )
  );
}

/** Whether an error in the middle leaves some of the entries stored, where the copy would have got none. */
export function mayBeTorn(growth: Growth): boolean {
  if (growth.kind === 'choice') return mayBeTorn(growth.whenTrue) || mayBeTorn(growth.whenFalse);
  if (growth.kind === 'assign') return true;
  if (growth.kind !== 'set') return false;
  const isSafe = (node: ts.Expression): boolean => ts.isIdentifier(bare(node)) || ts.isLiteralExpression(bare(node));
  return growth.entries
    .slice(1)
    .some(({ key, value }) => !isSafe(value) || (ts.isComputedPropertyName(key) && !isSafe(key.expression)));
}

/** Whether some key of it may need a copy after all. */
export function mayCopy(growth: Growth): boolean {
  if (growth.kind === 'choice') return mayCopy(growth.whenTrue) || mayCopy(growth.whenFalse);
  return growth.kind === 'set' && growth.entries.some(({ mayBeProto: isOdd, appended }) => isOdd && !appended);
}

/** Whether it must start from a literal that spreads nothing: what came in that way under '__proto__' would be assigned by each further copy. */
export function needsPlainStart(growth: Growth): boolean {
  if (growth.kind === 'choice') return needsPlainStart(growth.whenTrue) || needsPlainStart(growth.whenFalse);
  return growth.kind === 'assign' || (growth.kind === 'set' && growth.isAssigned === true);
}

export function isPlainStart(initial: ts.Expression): boolean {
  const node = bare(initial);
  return ts.isObjectLiteralExpression(node) && !node.properties.some(ts.isSpreadAssignment);
}
