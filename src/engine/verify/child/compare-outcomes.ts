// Compares what two variants did with one scene: how every call ended, what it returned or threw, the arguments and the receiver
// afterwards, and the console output. All of it is one graph, so that a result which is (or no longer is) one of the arguments shows.
import path from 'node:path';
import { exactNumbers, type NumberRule } from './compare-numbers.ts';
import { type Difference, firstDifference, type Pair } from './compare-values.ts';
import { isSame, shownContent } from './named-files.ts';
import type { Played } from './play-scene.ts';
import { childPath, rootPath } from './value-path.ts';
import type { CallEnding } from './watched-call.ts';

export interface OutcomeRules {
  readonly numbers: NumberRule;
  /** The candidate may answer with a promise where the baseline answers with a value. */
  readonly mayBecomeAsync: boolean;
  /** The candidate got all calls at once and threw one error for all, or returned all results. */
  readonly batch: boolean;
  readonly onUncompared: (what: string) => void;
  /** Functions in results are taken to be the same, whatever they answered. */
  readonly trustsFunctions?: boolean;
}

export const strictRules: OutcomeRules = {
  numbers: exactNumbers,
  mayBecomeAsync: false,
  batch: false,
  onUncompared: () => {},
};

/** Stands in a difference for an error that was thrown, to tell it from an error that was returned. */
export class Thrown {
  readonly error: unknown;

  constructor(error: unknown) {
    this.error = error;
  }
}

/** Stands in a difference for a call that did not end within its deadline. */
export class Unfinished {}

export function compareOutcomes(baseline: Played, candidate: Played, rules: OutcomeRules): Difference | undefined {
  const pairs: Pair[] = [];
  const expected = rules.batch ? batchEndings(baseline.endings) : baseline.endings;
  const many = baseline.scene.calls.length > 1;
  const count = Math.max(expected.length, candidate.endings.length);
  for (let index = 0; index < count; index++) {
    const name = many ? `call ${index + 1}: result` : 'result';
    const left = expected[index];
    const right = candidate.endings[index];
    if (left?.kind !== right?.kind) {
      return (
        firstInOrder(pairs, baseline, candidate, rules) ?? { path: name, expected: shown(left), actual: shown(right) }
      );
    }
    if (left === undefined || right === undefined || left.kind === 'timed-out' || right.kind === 'timed-out') continue;
    pairs.push({
      path: rootPath(left.kind === 'threw' ? `${name} (error)` : name),
      expected: left.value,
      actual: right.value,
    });
    if (left.promised === right.promised || rules.mayBecomeAsync || rules.batch) continue;
    const say = ({ promised }: { readonly promised: boolean }): string =>
      promised ? 'a promise of it' : 'the value itself';
    const aspect = { expected: say(left), actual: say(right) };
    pairs.push({ path: rootPath(name), expected: shown(left), actual: shown(right), aspect });
  }
  // After an error in a batch the calls behind it were made by one variant and not by the other.
  if (!(rules.batch && expected.some(({ kind }) => kind === 'threw'))) pairs.push(...traces(baseline, candidate, many));
  return firstInOrder(pairs, baseline, candidate, rules);
}

function traces(baseline: Played, candidate: Played, many: boolean): readonly Pair[] {
  const pairs: Pair[] = [];
  for (const [index, call] of baseline.scene.calls.entries()) {
    const other = candidate.scene.calls[index];
    const prefix = many ? `call ${index + 1}: ` : '';
    for (const [position, argument] of call.args.entries()) {
      pairs.push({
        path: rootPath(`${prefix}argument ${position + 1}`),
        expected: argument,
        actual: other?.args[position],
      });
    }
    pairs.push({ path: rootPath(`${prefix}this`), expected: call.receiver, actual: other?.receiver });
  }
  pairs.push(...callbackPairs(baseline, candidate));
  pairs.push({ path: rootPath('console output'), expected: baseline.console, actual: candidate.console });
  for (const file of new Set([...baseline.files.keys(), ...candidate.files.keys()])) {
    const [left, right] = [baseline.files.get(file), candidate.files.get(file)];
    if (!isSame(left, right)) {
      pairs.push({
        path: rootPath(`content of ${path.basename(file)}`),
        expected: shownContent(left),
        actual: shownContent(right),
      });
    }
  }
  // Whoever closes more than the original does nothing wrong.
  if (candidate.leftOpen > baseline.leftOpen)
    pairs.push({ path: rootPath('files left open'), expected: baseline.leftOpen, actual: candidate.leftOpen });
  return pairs;
}

function callbackPairs({ callbacks: left }: Played, { callbacks: right }: Played): readonly Pair[] {
  const pairs: Pair[] = [];
  for (const [index, { callback, args }] of left.calls.entries()) {
    const other = right.calls[index];
    if (other === undefined) break;
    const path = rootPath(`call ${index + 1} of a function in the arguments`);
    pairs.push({ path: childPath(path, ': which'), expected: callback, actual: other.callback });
    pairs.push({ path: childPath(path, ': arguments'), expected: args, actual: other.args });
  }
  const path = rootPath('number of calls of functions in the arguments');
  return [...pairs, { path, expected: left.count, actual: right.count }];
}

function firstInOrder(
  pairs: readonly Pair[],
  baseline: Played,
  candidate: Played,
  rules: OutcomeRules,
): Difference | undefined {
  return firstDifference(pairs, {
    numbers: rules.numbers,
    expectedHidden: baseline.hidden,
    actualHidden: candidate.hidden,
    onUncompared: rules.onUncompared,
    trustsFunctions: rules.trustsFunctions === true,
  });
}

/** Calls one by one stop mattering at the first error: a batch can only throw that one. */
function batchEndings(endings: readonly CallEnding[]): readonly CallEnding[] {
  const thrown = endings.find(({ kind }) => kind !== 'returned');
  return thrown === undefined ? endings : [thrown];
}

function shown(ending: CallEnding | undefined): unknown {
  if (ending === undefined) return undefined;
  if (ending.kind === 'timed-out') return new Unfinished();
  return ending.kind === 'threw' ? new Thrown(ending.value) : ending.value;
}
