// Numbers that go to threads and come back in memory that all threads share, in place of being cloned one by one: which arrays of a loop may, when it
// can matter, and the function that puts them there. It looks at every value: an array with anything else in it goes as it is, and is cloned.
import ts from 'typescript';
import type { ObserveAnswer } from '../../process/protocol.ts';
import { isTarget } from '../../source/loops/places.ts';
import { isNumberType } from '../../source/primitive-types.ts';
import type { Subject } from '../../source/subject.ts';
import { movedMicroseconds, numbersMicroseconds } from './break-even.ts';
import { type Captured, isKept, type LoopSite } from './loop-sites.ts';

/** Arrays of numbers that the iterations only read, element by element: a `Float64Array` looks the same to them. */
export function shareableArrays({ header, captured, delivery }: LoopSite, { checker }: Subject): readonly Captured[] {
  const { loop } = header;
  return captured.filter(({ symbol, type }) => {
    if (!isArrayOfNumbers(type, checker)) return false;
    const isRead = (node: ts.Node): boolean => {
      const isIt = ts.isIdentifier(node) && node.text === symbol.name && checker.getSymbolAtLocation(node) === symbol;
      if (isIt && !isKept(node, delivery)) return isElementRead(node, checker);
      return ts.forEachChild(node, (child) => (isRead(child) ? undefined : true)) === undefined;
    };
    return isRead(loop.statement);
  });
}

export function isArrayOfNumbers(type: ts.Type, checker: ts.TypeChecker): boolean {
  const element = checker.isArrayType(type) ? checker.getTypeArguments(type as ts.TypeReference)[0] : undefined;
  return element !== undefined && isNumberType(element);
}

/** `xs[i]`, `xs.length`, or `for (const x of xs)`. */
export function isElementRead(use: ts.Identifier, checker: ts.TypeChecker): boolean {
  const { parent } = use;
  if (ts.isForOfStatement(parent)) return parent.expression === use;
  if (ts.isPropertyAccessExpression(parent)) return parent.name.text === 'length' && !isTarget(parent);
  if (!ts.isElementAccessExpression(parent) || parent.expression !== use || isTarget(parent)) return false;
  if (ts.isDeleteExpression(parent.parent)) return false;
  return isNumberType(checker.getTypeAtLocation(parent.argumentExpression));
}

/** Of the time of a call; what takes less is not worth a candidate of its own. */
const LEAST_SHARE = 0.02;

/** True unless every call that was observed takes so long that cloning is nothing beside it. */
export function mayMatter(observed: readonly ObserveAnswer[]): boolean {
  const returned = observed.filter(({ outcome }) => outcome === 'returned');
  const isWorthIt = (answer: ObserveAnswer): boolean =>
    Math.max(movedMicroseconds(answer), countedMicroseconds(answer)) > LEAST_SHARE * answer.laterCallMs * 1000;
  return returned.length === 0 || returned.some(isWorthIt);
}

/** As if the largest whole number among the arguments counted the results. */
function countedMicroseconds({ arguments: given }: ObserveAnswer): number {
  const counts = given.map(({ numbers, kind }) => (kind === 'number' && numbers?.allIntegers ? numbers.max : 0));
  return numbersMicroseconds(Math.max(0, ...counts));
}

/**
 * Two spaces a level, with semicolons. Whole numbers go as integers: read from a `Float64Array` they would be computed with as fractions, which took
 * Collatz steps several times as long.
 */
export function sharingFunction(name: string, { isTypeScript: typed, quote }: Subject['style']): string {
  return `/** Numbers in memory that all threads see, where they are not cloned; an array with anything else in it stays as it is. */
function ${name}(values${typed ? ': readonly number[]' : ''})${typed ? ': readonly number[] | Int32Array | Float64Array' : ''} {
  let areWhole = true;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (typeof value !== ${quote}number${quote}) return values;
    areWhole = areWhole && Object.is(value, value | 0);
  }
  const buffer = new SharedArrayBuffer(values.length * (areWhole ? Int32Array : Float64Array).BYTES_PER_ELEMENT);
  const numbers = areWhole ? new Int32Array(buffer) : new Float64Array(buffer);
  numbers.set(values);
  return numbers;
}`;
}
