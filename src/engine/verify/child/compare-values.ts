// Strict comparison of two graphs of values: the first difference, as a path and the two values, or nothing. Strict means Object.is on
// numbers, holes apart from undefined, key order, property attributes, symbol keys, prototypes, insertion order of maps and sets, and the
// sharing of objects: the object identities of the two graphs must be in bijection. What cannot be looked into (functions, weak
// collections, private fields) is reported as uncompared, never silently passed. The walk is iterative: depth costs no stack.
// What the parts of an object are stands in compare-contents.ts.
import type { FunctionCall } from './call-results.ts';
import type { HiddenContents } from './capture-hidden.ts';
import { contentsOf } from './compare-contents.ts';
import { type NumberRule, sameNumber } from './compare-numbers.ts';
import { samePrototype, sameSymbol } from './compare-prototypes.ts';
import { ObjectIdentities } from './object-identities.ts';
import { originalOf } from './record-callbacks.ts';
import {
  hasPrivateFields,
  isNativeFunction,
  isObject,
  objectKind,
  ownData,
  prototypeOf,
  typedArrayName,
} from './value-kind.ts';
import { childPath, pathText, type ValuePath } from './value-path.ts';

export interface Difference {
  /** `result[3].total` */
  readonly path: string;
  readonly expected: unknown;
  readonly actual: unknown;
  readonly aspect?: Aspect;
}

/** What differs, where the two values do not say it themselves: one clause for both sides, or one for each. */
export type Aspect = string | { readonly expected: string; readonly actual: string };

export interface ComparisonRules {
  readonly numbers: NumberRule;
  readonly expectedHidden: HiddenContents;
  readonly actualHidden: HiddenContents;
  /** Told in one clause what was taken on trust. */
  readonly onUncompared: (what: string) => void;
  /** Functions are taken to be the same, whatever they answered. */
  readonly trustsFunctions?: boolean;
}

/** Two values that stand in the same place; with an aspect they are known to differ already. */
export interface Pair {
  readonly path: ValuePath;
  readonly expected: unknown;
  readonly actual: unknown;
  readonly aspect?: Aspect;
}

type Step =
  | { readonly kind: 'equal' }
  | { readonly kind: 'different'; readonly aspect?: Aspect }
  | { readonly kind: 'look-inside'; readonly contents: Iterator<Pair> };

const equal: Step = { kind: 'equal' };
const different: Step = { kind: 'different' };

/** Walks the pairs in order; all of them share one bijection of object identities. */
export function firstDifference(roots: readonly Pair[], rules: ComparisonRules): Difference | undefined {
  const walk: Walk = { rules, objects: new ObjectIdentities(), buffers: new ObjectIdentities(), prototypes: new Map() };
  const stack: Iterator<Pair>[] = [roots[Symbol.iterator]()];
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const next = top.next();
    if (next.done === true) {
      stack.pop();
      continue;
    }
    const pair = next.value;
    const step = comparePair(pair, walk);
    if (step.kind === 'look-inside') stack.push(step.contents);
    if (step.kind === 'different') {
      const aspect = step.aspect ?? pair.aspect;
      const found = { path: pathText(pair.path), expected: pair.expected, actual: pair.actual };
      return aspect === undefined ? found : { ...found, aspect };
    }
  }
  return undefined;
}

interface Walk {
  readonly rules: ComparisonRules;
  readonly objects: ObjectIdentities;
  /** Buffers under typed arrays, apart from the objects: a buffer met through a view has not been compared itself. */
  readonly buffers: ObjectIdentities;
  /** Prototypes found to be the same, so that a list of a million records asks once. */
  readonly prototypes: Map<object, { readonly partner: object; readonly hidesState: boolean }>;
}

function comparePair(pair: Pair, walk: Walk): Step {
  const { expected, actual } = pair;
  if (pair.aspect !== undefined || typeof expected !== typeof actual) return different;
  if (typeof expected === 'number')
    return sameNumber(expected, actual as number, walk.rules.numbers) ? equal : different;
  if (typeof expected === 'symbol') return sameSymbol(expected, actual as symbol) ? equal : different;
  if (typeof expected === 'function') return compareFunctions(expected, actual as object, pair, walk);
  if (!isObject(expected) || !isObject(actual)) return Object.is(expected, actual) ? equal : different;
  const meeting = walk.objects.meet(expected, actual, pair.path);
  if (meeting.kind === 'conflict') return { kind: 'different', aspect: meeting.aspect };
  if (meeting.kind === 'known' || expected === actual) return equal;
  return compareObjects(expected, actual, pair, walk);
}

function compareFunctions(left: object, right: object, pair: Pair, walk: Walk): Step {
  const [expected, actual] = [originalOf(left), originalOf(right)];
  const meeting = walk.objects.meet(expected, actual, pair.path);
  if (meeting.kind === 'conflict') return { kind: 'different', aspect: meeting.aspect };
  if (meeting.kind === 'known' || expected === actual) return equal;
  if (isBuiltIn(expected) || isBuiltIn(actual)) return different;
  const { rules } = walk;
  const calls = rules.expectedHidden.called.get(expected) ?? [];
  const others = rules.actualHidden.called.get(actual) ?? [];
  const answered = rules.trustsFunctions === true ? [] : calls.filter(({ ending }) => ending.kind === 'returned');
  if (answered.length === 0 || others.length === 0) {
    rules.onUncompared('functions in results are taken to be the same');
    return equal;
  }
  return { kind: 'look-inside', contents: answerPairs(pair.path, calls, others) };
}

/** Only calls that the baseline answers: which arguments a function is meant for is not known, so its refusals say nothing. */
function* answerPairs(
  path: ValuePath,
  calls: readonly FunctionCall[],
  others: readonly FunctionCall[],
): Generator<Pair> {
  for (const [index, { args, ending }] of calls.entries()) {
    if (ending.kind !== 'returned') continue;
    const other = others[index]?.ending;
    const at = childPath(path, `(${args.join(', ')})`);
    if (other?.kind === 'returned') yield { path: at, expected: ending.value, actual: other.value };
    else {
      const actual = other?.kind === 'threw' ? other.value : undefined;
      yield { path: at, expected: ending.value, actual, aspect: { expected: 'an answer', actual: 'no answer' } };
    }
  }
}

/** Bound functions print as native code too, but every bundle binds its own. */
function isBuiltIn(value: object): boolean {
  return isNativeFunction(value) && !(value as { readonly name?: unknown }).name?.toString().startsWith('bound ');
}

function compareObjects(expected: object, actual: object, pair: Pair, walk: Walk): Step {
  const kind = objectKind(expected);
  if (kind !== objectKind(actual)) return { kind: 'different', aspect: 'the kind of object' };
  if (!samePrototypes(expected, actual, walk)) return { kind: 'different', aspect: 'the prototype' };
  if (integrity(expected) !== integrity(actual))
    return { kind: 'different', aspect: { expected: integrity(expected), actual: integrity(actual) } };
  if (kind === 'typed-array' || kind === 'data-view') {
    const sharing = meetBuffers(expected as ArrayBufferView, actual as ArrayBufferView, pair.path, walk.buffers);
    if (sharing !== undefined) return { kind: 'different', aspect: sharing };
  }
  const hidesState = walk.prototypes.get(prototypeOf(expected) ?? expected)?.hidesState === true;
  return { kind: 'look-inside', contents: contentsOf(pair.path, expected, actual, hidesState, walk.rules) };
}

function samePrototypes(expected: object, actual: object, walk: Walk): boolean {
  const left = prototypeOf(expected);
  const right = prototypeOf(actual);
  if (left === null || right === null) return left === right;
  if (walk.prototypes.get(left)?.partner === right) return true;
  if (!samePrototype(left, right)) return false;
  const hidesState =
    left !== Object.prototype && (hasPrivateFields(expected) || isNativeFunction(ownData(left, 'constructor')));
  walk.prototypes.set(left, { partner: right, hidesState });
  return true;
}

function integrity(value: object): string {
  if (Object.isExtensible(value)) return 'open to new properties';
  return Object.isFrozen(value) ? 'frozen' : 'closed to new properties';
}

/** Node's small Buffers lie in a common pool by design, so sharing means nothing there. */
function meetBuffers(
  expected: ArrayBufferView,
  actual: ArrayBufferView,
  path: ValuePath,
  buffers: ObjectIdentities,
): Aspect | undefined {
  if (typedArrayNameOf(expected) === 'Buffer' || typedArrayNameOf(actual) === 'Buffer') return undefined;
  const meeting = buffers.meet(expected.buffer, actual.buffer, childPath(path, '.buffer'));
  return meeting.kind === 'conflict' ? meeting.aspect : undefined;
}

function typedArrayNameOf(view: ArrayBufferView): string {
  return view instanceof DataView ? 'DataView' : typedArrayName(view);
}
