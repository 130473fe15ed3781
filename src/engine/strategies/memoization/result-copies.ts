// Results that callers may change, but that can be copied for each of them: arrays and typed arrays of primitives, and flat records, that the
// function has made itself as the plain things they are. A copy costs less than making the result anew, and no caller sees another's changes.
import ts from 'typescript';
import { SymbolFacts } from '../../source/effects-symbols.ts';
import { isTypedArrayName } from '../../source/known-globals.ts';
import type { Subject } from '../../source/subject.ts';
import { type BodyShape, unparenthesized } from './body-shape.ts';
import type { KeyPart } from './cache-keys.ts';
import { type StoredPlaces, storedPlaces } from './element-places.ts';
import { resultType } from './result-kind.ts';

/** How the text copies one: `slice()`, which keeps holes; `[...]` for tuples, whose type it keeps; `{ ... }`. */
export type ResultCopy = 'slice' | 'tuple' | 'record';

export interface ResultCopies {
  readonly copy: ResultCopy;
  /** What is stored in the arrays that are copied. */
  readonly stored: StoredPlaces;
}

/** Undefined where a copy may differ from the result, or share something with it. */
export function resultCopies(subject: Subject, shape: BodyShape, keys: readonly KeyPart[]): ResultCopies | undefined {
  const symbols = new SymbolFacts(subject.project.program, subject.checker);
  const type = resultType(subject);
  const values = shape.expressionBody ? [shape.expressionBody] : shape.returns.map(({ expression }) => expression);
  const { body } = subject.node;
  // What a `finally` does to the result after it was remembered would be missing from the copy.
  if (subject.listing.isAsync || type.isUnion() || values.length === 0 || (body && hasFinally(body))) return undefined;
  const copy = copyFor(type, symbols);
  // Spread into another tuple, a hole would be an element.
  if (copy === 'tuple' && body && mayHaveHoles(body)) return undefined;
  const makes = new Makers(subject, symbols);
  const isOwn = (value: ts.Expression): boolean => (copy === 'record' ? makes.record(value) : makes.array(value));
  if (copy === undefined || !values.every(isOwn)) return undefined;
  return { copy, stored: storedPlaces(subject, makes.lists, keys) };
}

function copyFor(type: ts.Type, symbols: SymbolFacts): ResultCopy | undefined {
  const { checker } = symbols;
  if (checker.isTupleType(type)) return symbols.hasPrimitiveElements(type) ? 'tuple' : undefined;
  const name = symbols.libraryTypeName(type);
  if (checker.isArrayType(type) || (name !== undefined && isTypedArrayName(name)))
    return symbols.hasPrimitiveElements(type) ? 'slice' : undefined;
  const isFlat =
    (type.flags & ts.TypeFlags.Object) !== 0 &&
    checker.getIndexInfosOfType(type).length === 0 &&
    type.getCallSignatures().length === 0 &&
    type.getProperties().every((property) => symbols.isPrimitive(checker.getTypeOfSymbol(property)));
  return isFlat ? 'record' : undefined;
}

/** `[sum, , count]`, `delete pair[1]` */
function mayHaveHoles(node: ts.Node): boolean {
  if (ts.isDeleteExpression(node)) return true;
  if (ts.isArrayLiteralExpression(node) && node.elements.some(ts.isOmittedExpression)) return true;
  return ts.forEachChild(node, (child) => mayHaveHoles(child) || undefined) === true;
}

function hasFinally(node: ts.Node): boolean {
  if (ts.isTryStatement(node) && node.finallyBlock) return true;
  return ts.forEachChild(node, (child) => hasFinally(child) || undefined) === true;
}

const fresh: Readonly<Record<string, readonly string[]>> = {
  Array: [
    'concat',
    'filter',
    'flat',
    'flatMap',
    'map',
    'slice',
    'splice',
    'toReversed',
    'toSorted',
    'toSpliced',
    'with',
  ],
  ArrayConstructor: ['from', 'of'],
  ObjectConstructor: ['keys'],
  String: ['split'],
};
const freshTyped: readonly string[] = ['filter', 'map', 'slice', 'toReversed', 'toSorted', 'with'];
const sameArray: readonly string[] = ['copyWithin', 'fill', 'reverse', 'sort'];

class Makers {
  readonly #subject: Subject;
  readonly #symbols: SymbolFacts;
  /** Where the lists that it has looked at are mentioned. */
  readonly lists: ts.Identifier[] = [];

  constructor(subject: Subject, symbols: SymbolFacts) {
    this.#subject = subject;
    this.#symbols = symbols;
  }

  array(expression: ts.Expression): boolean {
    const value = unparenthesized(expression);
    if (ts.isArrayLiteralExpression(value)) return true;
    if (ts.isConditionalExpression(value)) return this.array(value.whenTrue) && this.array(value.whenFalse);
    if (ts.isIdentifier(value)) return this.#constant(value, (made) => this.array(made));
    if (ts.isNewExpression(value)) return this.#isNewArray(value);
    if (!ts.isCallExpression(value)) return false;
    const keys = this.#symbols.libraryCallee(value) ?? [];
    if (keys.length === 0) return false;
    return keys.every(([owner, name]) => {
      if (owner === 'Global' && name === 'Array') return true;
      const kind = owner === 'ReadonlyArray' ? 'Array' : owner;
      if (Object.hasOwn(fresh, kind) && fresh[kind]?.includes(name)) return true;
      const isTyped = isTypedArrayName(kind);
      if (isTyped && freshTyped.includes(name)) return true;
      const receiver = ts.isPropertyAccessExpression(value.expression) ? value.expression.expression : undefined;
      const isSame = (isTyped || kind === 'Array') && sameArray.includes(name);
      return isSame && receiver !== undefined && this.array(receiver);
    });
  }

  /** Of a length or of elements; not a view of memory that exists elsewhere. */
  #isNewArray(made: ts.NewExpression): boolean {
    const symbol = this.#symbols.checker.getSymbolAtLocation(made.expression);
    if (symbol === undefined || !this.#symbols.isLibrarySymbol(symbol)) return false;
    const [argument, ...others] = made.arguments ?? [];
    if (symbol.name === 'Array') return true;
    const isCopied = argument === undefined || this.#isNumberOrArray(argument);
    return isTypedArrayName(symbol.name) && others.length === 0 && isCopied;
  }

  #isNumberOrArray(argument: ts.Expression): boolean {
    const type = this.#symbols.typeOf(argument);
    return this.#symbols.isPrimitive(type) || this.#symbols.checker.isArrayType(type);
  }

  record(expression: ts.Expression): boolean {
    const value = unparenthesized(expression);
    if (ts.isConditionalExpression(value)) return this.record(value.whenTrue) && this.record(value.whenFalse);
    if (ts.isIdentifier(value)) return this.#constant(value, (made) => this.record(made));
    if (!ts.isObjectLiteralExpression(value)) return false;
    return value.properties.every((property) => {
      const isPlain = ts.isPropertyAssignment(property) || ts.isShorthandPropertyAssignment(property);
      return isPlain && ts.isIdentifier(property.name) && property.name.text !== '__proto__';
    });
  }

  /** A constant of the function that is filled and read, and handed to nobody who could freeze it or add to it. */
  #constant(name: ts.Identifier, isMade: (value: ts.Expression) => boolean): boolean {
    const { checker, node } = this.#subject;
    const declaration = checker.getSymbolAtLocation(name)?.valueDeclaration;
    if (declaration === undefined || !ts.isVariableDeclaration(declaration) || !declaration.initializer) return false;
    const isInside = node.pos <= declaration.pos && declaration.end <= node.end;
    const isConstant = (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) !== 0;
    if (!isInside || !isConstant || !isMade(declaration.initializer)) return false;
    const isList = checker.isArrayType(checker.getTypeAtLocation(declaration.name));
    const isFreelyUsed = (child: ts.Node): boolean => {
      if (ts.isIdentifier(child) && child.text === name.text && child !== declaration.name) {
        if (isList) this.lists.push(child);
        return !isKept(child);
      }
      return ts.forEachChild(child, (one) => isFreelyUsed(one) || undefined) === true;
    };
    return !isFreelyUsed(node);
  }
}

/** `out[i] = x`, `out.push(x)`, `for (const x of out)`, `[...out]`, `return out`. */
function isKept(use: ts.Identifier): boolean {
  const { parent } = use;
  if (ts.isPropertyAccessExpression(parent)) return !givesItself(parent);
  if (ts.isElementAccessExpression(parent)) return true;
  if (ts.isForOfStatement(parent) && parent.expression === use) return true;
  return ts.isSpreadElement(parent) || isReturned(use);
}

/** `out.sort()`, unless nobody gets what it gives, and `out.forEach((x, i, list) => ...)`. */
function givesItself(method: ts.PropertyAccessExpression): boolean {
  const call = method.parent;
  if (!ts.isCallExpression(call) || call.expression !== method) return false;
  if (sameArray.includes(method.name.text)) return !ts.isExpressionStatement(call.parent) && !isReturned(call);
  const handsOver = /^reduce(Right)?$/.test(method.name.text) ? 4 : 3;
  return call.arguments.some(
    (argument) =>
      ts.isFunctionExpression(argument) || (ts.isArrowFunction(argument) && argument.parameters.length >= handsOver),
  );
}

/** As it is, or as one of two. */
function isReturned(value: ts.Expression): boolean {
  const { parent } = value;
  if (ts.isParenthesizedExpression(parent)) return isReturned(parent);
  if (ts.isConditionalExpression(parent)) return parent.condition === value || isReturned(parent);
  return ts.isReturnStatement(parent) || (ts.isArrowFunction(parent) && parent.body === value);
}
