// One case to compare: recipes that make the arguments, and a script that says which calls are made with them and what is done between.
// A recipe is data and deterministic, so the same case can be staged for both variants, staged again, and shrunk.
import type { Edit } from './argument-edits.ts';
import type { ArgumentSource, CaseAddress, Prepared } from './argument-source.ts';
import { disturbValue } from './disturb-value.ts';
import type { Scene } from './play-scene.ts';
import { isObject, isTypedArray } from './value-kind.ts';

export type Arm =
  | 'declared'
  | 'sequence'
  | 'sizes'
  | 'history'
  | 'keys'
  | 'aliasing'
  | 'edges'
  | 'structure'
  | 'growth'
  | 'random'
  | 'hostile';

/**
 * 'declared': what is benchmarked. 'generated': values that the parameter types admit, inside the observed relations. 'hostile': outside.
 */
export type Level = 'declared' | 'generated' | 'hostile';

export interface Recipe {
  readonly address: CaseAddress;
  readonly edits: readonly Edit[];
  /** Further edits by the shrinker. Kept apart: taking one of them back would make the case larger again. */
  readonly simplifications?: readonly Edit[];
}

export interface Script {
  /** Printed in front of a counterexample when there is more than one call. */
  readonly note?: string;
  readonly stage: (prepared: readonly Prepared[]) => Scene;
}

export interface PlannedCase {
  readonly arm: Arm;
  readonly level: Level;
  readonly label: string;
  /** Of a hostile case: see Edit. */
  readonly leaves?: string;
  readonly note?: string;
  /** Fresh every time. Throws what the inputs throw. */
  readonly stage: (source: ArgumentSource) => Scene;
  /** Empty where the arguments do not come from recipes (declared sequences). */
  readonly recipes: readonly Recipe[];
  /** The same case with other recipes in the same places. */
  readonly withRecipes: (recipes: readonly Recipe[]) => PlannedCase;
  /** Shorter forms of a case without recipes. */
  readonly shorter: readonly PlannedCase[];
}

export interface CaseResult {
  readonly compared: boolean;
  /** Of the whole case: making the arguments, the calls, the comparison. */
  readonly elapsedMs: number;
  /** Of the slowest call of the original; infinite when it was stopped. */
  readonly originalMs: number;
}

/** Case after case, each answered with how it went. */
export type CasePlan<Result = void> = Generator<PlannedCase, Result, CaseResult>;

export interface CaseMeta {
  readonly arm: Arm;
  readonly level: Level;
  readonly label: string;
  readonly leaves?: string;
}

export function scriptedCase(meta: CaseMeta, recipes: readonly Recipe[], script: Script = once): PlannedCase {
  return {
    ...meta,
    ...(script.note === undefined ? {} : { note: script.note }),
    recipes,
    stage: (source) => script.stage(recipes.map((recipe) => prepare(source, recipe))),
    withRecipes: (others) => scriptedCase(meta, others, script),
    shorter: [],
  };
}

/** The first `length` calls of the declared sequence of a case. */
export function sequenceCase(index: number, label: string, length: number, level: Level): PlannedCase {
  const planned: PlannedCase = {
    arm: 'sequence',
    level,
    label: `first ${length} calls of the sequence of ${label}`,
    note: 'the declared call sequence, one call after the other',
    recipes: [],
    stage: (source) => ({ calls: (source.sequence(index) ?? []).slice(0, length) }),
    withRecipes: () => planned,
    get shorter() {
      return [1, 2, Math.floor(length / 4), Math.floor(length / 2), length - 1]
        .filter((shorter, place, all) => shorter > 0 && shorter < length && all.indexOf(shorter) === place)
        .map((shorter) => sequenceCase(index, label, shorter, level));
    },
  };
  return planned;
}

export function prepare(source: ArgumentSource, recipe: Recipe): Prepared {
  const made = source.make(recipe.address);
  for (const edit of [...recipe.edits, ...(recipe.simplifications ?? [])]) edit.apply(made.args);
  return made;
}

export const once: Script = { stage: (prepared) => ({ calls: prepared.slice(0, 1) }) };

/** Every call on the receiver of the first one, without a reset between: what was answered before must not matter. */
export const oneAfterTheOther: Script = {
  note: 'one call after the other',
  stage: (prepared) => ({ calls: prepared.map(({ args }) => ({ receiver: prepared[0]?.receiver, args })) }),
};

export const eachOnItsOwnReceiver: Script = {
  note: 'one call after the other, each on its own receiver',
  stage: (prepared) => ({ calls: prepared }),
};

export const changedResult: Script = {
  note: 'the result of call 1 is changed by its caller before call 2',
  stage: ([first, second]) => ({
    calls: [
      ...(first === undefined ? [] : [first]),
      ...(first === undefined || second === undefined
        ? []
        : [
            {
              receiver: first.receiver,
              args: second.args,
              before: ([ending]: Parameters<NonNullable<Scene['calls'][number]['before']>>[0]) => {
                if (ending?.kind === 'returned') disturbValue(ending.value, true);
              },
            },
          ]),
    ],
  }),
};

export const sameArguments: Script = {
  note: 'both calls get the same argument objects',
  stage: ([first]) => ({ calls: first === undefined ? [] : [first, first] }),
};

export const changedArguments: Script = {
  note: 'both calls get the same argument objects, changed by their owner before call 2',
  stage: ([first]) => ({
    calls:
      first === undefined
        ? []
        : [first, { ...first, before: () => first.args.forEach((arg) => void disturbValue(arg, false)) }],
  }),
};

export const changedReceiver: Script = {
  note: 'the receiver is changed by its owner before call 2',
  stage: ([first, second]) => ({
    calls:
      first === undefined || second === undefined
        ? []
        : [first, { receiver: first.receiver, args: second.args, before: () => disturbValue(first.receiver, false) }],
  }),
};

/** Whoever shares what is still under way with another caller must give each what it would have got alone. */
export const overlapping: Script = {
  note: 'the calls are begun before the first one has ended',
  stage: (prepared) => ({ ...oneAfterTheOther.stage(prepared), overlaps: true }),
};

/**
 * The arguments of both, the same objects, in all the mixtures that differ in one place from the first or the second call, and one value in two places:
 * what forgets an argument, or takes one for another, answers a later call with the result of an earlier one.
 */
export const crossedArguments: Script = {
  note: 'one call after the other, with arguments of two calls mixed',
  stage: ([first, second]) => {
    if (first === undefined || second === undefined || first.args.length !== second.args.length) return { calls: [] };
    const { receiver, args } = first;
    const mixed = args.flatMap((one, place) => [
      args.with(place, second.args[place]),
      second.args.with(place, one),
      ...mixedFields(one, second.args[place]).map((value) => args.with(place, value)),
    ]);
    // A text that stands in an object is one that may be looked for there.
    const within = textsWithin(args).slice(0, mostTexts);
    const known = args.flatMap((one, place) =>
      typeof one === 'string' ? within.map((text) => args.with(place, text)) : [],
    );
    const doubled = args.flatMap((one, place) =>
      args.flatMap((two, other) =>
        place !== other && typeof one === typeof two && ['string', 'bigint'].includes(typeof one)
          ? [args.with(other, one)]
          : [],
      ),
    );
    return { calls: [args, ...mixed, second.args, ...doubled, ...known].map((list) => ({ receiver, args: list })) };
  },
};

const mostTexts = 4;
const mostFields = 6;

/** Copies of the first with one field of the second each, where both are records or short lists. */
function mixedFields(one: unknown, two: unknown): readonly unknown[] {
  if (isTuple(one) && isTuple(two) && one.length === two.length)
    return one.map((_, index) => one.with(index, two[index]));
  if (!isRecord(one) || !isRecord(two)) return [];
  return Object.keys(one)
    .slice(0, mostFields)
    .map((key) => ({ ...one, [key]: two[key] }));
}

function isTuple(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.length <= mostFields;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return isObject(value) && Object.getPrototypeOf(value) === Object.prototype;
}

/** Different texts in objects among the values, the outermost first. */
function textsWithin(values: readonly unknown[]): readonly string[] {
  const texts = new Set<string>();
  let level: readonly unknown[] = values.filter(isObject);
  for (let depth = 0; depth < 4; depth++) {
    const inner = level.flatMap((value) =>
      isObject(value) && !isTypedArray(value) ? Object.values(value).slice(0, 8) : [],
    );
    for (const value of inner) if (typeof value === 'string') texts.add(value);
    level = inner.filter(isObject).slice(0, 16);
  }
  return [...texts];
}
