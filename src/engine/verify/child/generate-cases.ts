// The plan of a comparison: which cases, in which order. What is benchmarked comes first with its smallest case, then everything derived
// from it, the kinds of cases in turn, then the large declared cases; most hostile values come last, because those may hang or kill the process. The plan is a
// function of the inputs and the seed, with two exceptions that depend on what it is told of each case: how far the growth arm goes, which is why it is counted
// apart (see compare-variants.ts), and what takes the original so long that it is not played again.
import type { VariantModule } from '../../../model/variant.ts';
import type { CaseListing, CompareTask } from '../../process/protocol.ts';
import { seededRandom, shuffled } from '../../statistics/random.ts';
import { admittedEdits, asTheyAre, fullestEdits } from './admitted-edits.ts';
import { type Edit, setPlaces } from './argument-edits.ts';
import { relatedMeasures } from './argument-shape.ts';
import type { ArgumentSource, CaseAddress } from './argument-source.ts';
import { type Base, type Bases, chooseBases } from './choose-bases.ts';
import { constantEdits } from './constant-edits.ts';
import { isScalar } from './edge-values.ts';
import { fewValuesBeside, filledWithFew } from './few-values.ts';
import { fileEdits } from './file-edits.ts';
import { batchCases, historyCases } from './history-cases.ts';
import { collidingEdits, slotCollisions } from './key-collisions.ts';
import { aliasEdits, hostileEdits, objectEdits, structureEdits, tameEdits, valueEdits } from './plan-edits.ts';
import {
  type Arm,
  type CaseMeta,
  type CasePlan,
  type CaseResult,
  changedArguments,
  once,
  oneAfterTheOther,
  type PlannedCase,
  type Recipe,
  scriptedCase,
  sequenceCase,
} from './planned-case.ts';
import { fillableColumns, randomFill } from './random-edits.ts';
import { relatedEdits } from './related-edits.ts';
import { emptiedEdits, sharedEdits } from './shared-values.ts';

export interface PlanContext {
  readonly module: VariantModule;
  /** Of the baseline; used to look at arguments, never to call. */
  readonly source: ArgumentSource;
  readonly cases: readonly CaseListing[];
  readonly seed: number;
  /** The candidate gets several calls at once. */
  readonly batch: boolean;
  /** Numbers and strings of the function's own code. */
  readonly constants?: NonNullable<CompareTask['constants']>;
  readonly admitted?: NonNullable<CompareTask['admitted']>;
}

/** What takes the original longer is not played again in other cases: one that takes twice as long for each number more would use up all time. */
const slowMs = 100;

const randomCases = 60;
const fewValuedCases = 60;
const mostFullest = 4;
const sequenceCalls = 400;

/** A value is made larger only while a case takes less than this. */
const growthMs = 8;
/** What being interrupted takes, on a machine that several programs share. */
const interruptedMs = 40;
const mostTries = 4;

const hugeNumbers: readonly number[] = [
  2 ** 31,
  2 ** 32,
  -(2 ** 31) - 1,
  2 ** 53,
  1e21,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
];

export function* planCases(context: PlanContext): CasePlan {
  const { cases, source, module } = context;
  const declared = cases.map(({ index, label }) =>
    scriptedCase({ arm: 'declared', level: 'declared', label }, [
      { address: { kind: 'case', index, position: 0 }, edits: [] },
    ]),
  );
  yield* declared.slice(0, 1);
  const made = chooseBases(module, source, cases);
  const sizes = yield* sizeCases(made, cases);
  const bases = context.batch ? { ...made, sizes } : yield* basesWithHistory({ ...made, sizes }, cases);
  // What happens between calls that are handed over at once is nobody's business.
  if (context.batch) yield* batchCases(bases, cases);
  for (const base of bases.chosen) {
    yield* collidingCases(base, collidingEdits(bases.shape, base.args));
    yield* editCases(base, 'aliasing', aliasEdits(bases.shape, base.args));
  }
  const [main] = bases.chosen;
  if (main !== undefined && !context.batch)
    yield* collidingCases(
      main,
      admittedEdits(bases.shape, context.admitted ?? []).map((edits) => [asTheyAre, ...edits, asTheyAre]),
    );
  yield* inTurn(derivedCases(context, bases));
  yield* declared.slice(1);
  yield* sequenceCases(cases);
  yield* growthCases(bases, cases);
  if (main?.isLight) yield* hostileCases(main, bases);
}

/** Kinds of cases that are made from one argument list, each with how many of them are played before it is the turn of the next kind. */
function derivedCases({ batch, constants, admitted = [], seed }: PlanContext, bases: Bases): readonly Share[] {
  const [main, ...others] = bases.chosen;
  if (main === undefined) return [];
  const { shape } = bases;
  const options = admittedEdits(shape, admitted);
  const shares: Share[] = [
    { atOnce: 4, cases: editCases(main, 'edges', options.flat()) },
    { atOnce: 4, cases: editCases(main, 'structure', fileEdits(shape, main.args, constants?.strings)) },
    { atOnce: 6, cases: editCases(main, 'edges', valueEdits(shape)) },
  ];
  if (main.isLight) {
    const beside = constants === undefined ? [] : constantEdits(shape, constants);
    const relations = relatedEdits(shape, main.args);
    const further = [...structureEdits(shape), ...valueEdits(shape), ...beside, ...relations, ...options.flat()];
    shares.push(
      { atOnce: 3, cases: editCases(main, 'structure', structureEdits(shape)) },
      { atOnce: 3, cases: editCases(main, 'edges', beside) },
      { atOnce: 3, cases: editCases(main, 'edges', relations) },
      { atOnce: 2, cases: editCases(main, 'edges', [...sharedEdits(shape), ...emptiedEdits(shape, true)]) },
      { atOnce: 2, cases: editCases(main, 'hostile', [...emptiedEdits(shape, false), ...tameEdits(shape)]) },
      { atOnce: 3, cases: randomlyEdited(bases, seed, further) },
      { atOnce: 3, cases: ofFewValues(bases, seed, constants) },
    );
  }
  // What happens between calls that are handed over at once is nobody's business.
  for (const base of batch ? [] : bases.chosen.slice(0, 2))
    shares.push({ atOnce: 1, cases: collidingCases(base, slotCollisions(shape, base.args)) });
  const fullest = main.isLight ? fullestEdits(shape, admitted).slice(0, mostFullest) : [];
  const withOptions = fullest.map((edit): Base => ({ ...main, recipe: edited(main, edit) }));
  for (const base of [...withOptions, ...others])
    shares.push({ atOnce: 1, cases: editCases(base, 'edges', [...valueEdits(shape), ...structureEdits(shape)]) });
  return shares;
}

interface Share {
  readonly atOnce: number;
  readonly cases: Iterable<PlannedCase>;
}

/** When time runs out, something of each kind was played. */
function* inTurn(shares: readonly Share[]): Generator<PlannedCase> {
  let open = shares.map(({ atOnce, cases }) => ({ atOnce, cases: cases[Symbol.iterator]() }));
  while (open.length > 0) {
    const left: typeof open = [];
    for (const share of open) {
      let isOver = false;
      for (let count = 0; count < share.atOnce && !isOver; count++) {
        const next = share.cases.next();
        if (next.done === true) isOver = true;
        else yield next.value;
      }
      if (!isOver) left.push(share);
    }
    open = left;
  }
}

function* hostileCases(main: Base, bases: Bases): Generator<PlannedCase> {
  yield* editCases(main, 'hostile', hostileEdits(bases.shape));
  // An object where none is expected, changed by its owner between two calls.
  for (const edit of objectEdits(bases.shape)) {
    const meta = { arm: 'hostile', level: 'hostile', ...toldOf(edit) } as const;
    yield scriptedCase(meta, [edited(main, edit)], changedArguments);
  }
}

/** Gives the sizes that are not slow. */
function* sizeCases(bases: Bases, cases: readonly CaseListing[]): CasePlan<readonly number[]> {
  const [smallest] = cases;
  const sized = (address: CaseAddress): PlannedCase => {
    const of = address.kind === 'size' ? `n = ${address.size}` : `${smallest?.label}`;
    const label = address.position === 0 ? of : `${of}, other values (${address.position})`;
    return scriptedCase({ arm: 'sizes', level: 'generated', label }, [{ address, edits: [] }]);
  };
  const quick: number[] = [];
  for (const size of bases.sizes) {
    const { originalMs } = yield sized({ kind: 'size', size, position: 0 });
    if (originalMs <= slowMs) quick.push(size);
  }
  for (const size of quick.filter((one) => [2, 3, 5, 8].includes(one))) {
    for (const position of [1, 2, 3]) yield sized({ kind: 'size', size, position });
  }
  if (smallest?.size !== undefined)
    for (const position of [1, 2]) yield sized({ kind: 'case', index: smallest.index, position });
  return quick;
}

/** Gives what is not slow, or the first where all is. */
function* basesWithHistory(bases: Bases, cases: readonly CaseListing[]): CasePlan<Bases> {
  const quick: Base[] = [];
  for (const base of bases.chosen) if (yield* historyCases(base, bases, cases, slowMs)) quick.push(base);
  return { ...bases, chosen: quick.length === 0 ? bases.chosen.slice(0, 1) : quick };
}

/** One call for each edit of a list, one after the other. */
function* collidingCases(base: Base, lists: readonly (readonly Edit[])[]): Generator<PlannedCase> {
  for (const edits of lists) {
    const recipes = edits.map((edit) => edited(base, edit));
    yield scriptedCase({ arm: 'keys', level: 'generated', label: listed(edits) }, recipes, oneAfterTheOther);
  }
}

function* editCases(base: Base, arm: Arm, edits: readonly Edit[]): Generator<PlannedCase> {
  const level = arm === 'hostile' ? 'hostile' : 'generated';
  for (const edit of edits) yield scriptedCase({ arm, level, ...toldOf(edit) }, [edited(base, edit)]);
}

/** The smallest is always played; a long sequence of large calls costs as much as all other cases together, and is played while there is time. */
function* sequenceCases(cases: readonly CaseListing[]): Generator<PlannedCase> {
  for (const [place, { index, label, sequenceLength }] of cases.entries()) {
    if (sequenceLength !== undefined && sequenceLength > 0)
      yield sequenceCase(index, label, Math.min(sequenceLength, sequenceCalls), place === 0 ? 'declared' : 'generated');
  }
}

/** Larger than observed, step by step while it stays quick: overflow and wrong bounds show only at magnitude. */
function* growthCases(bases: Bases, cases: readonly CaseListing[]): CasePlan {
  const [base] = bases.chosen;
  if (base === undefined) return;
  const meta = (label: string) => ({ arm: 'growth', level: 'generated', label }) as const;
  const related = relatedMeasures(bases.shape);
  for (const column of bases.shape.columns) {
    if (!isScalar(column) || column.numbers?.allIntegers !== true || related.has(column.name)) continue;
    for (let value = Math.max(4, column.numbers.max); value < 2 ** 53; value *= 4) {
      const edit = setPlaces(column.name, 'first', value * 4 + 1, String(value * 4 + 1));
      if (!(yield* isQuick(scriptedCase(meta(edit.label), [edited(base, edit)])))) break;
      // Nothing depends on the size of this number: only now are values harmless that would make a loop endless.
      if (value >= 2 ** 50) yield* hugeCases(base, column.name);
    }
  }
  const largest = Math.max(...cases.map(({ size }) => size ?? 0));
  if (largest === 0) return;
  for (let size = largest * 2; size <= 4_096; size *= 2) {
    const recipe: Recipe = { address: { kind: 'size', size, position: 0 }, edits: [] };
    if (!(yield* isQuick(scriptedCase(meta(`n = ${size}`), [recipe])))) break;
  }
}

/**
 * A slow case is played again: on a busy machine it may have had bad luck, and all that is larger would go uncompared. More than once only where it
 * took no longer than being interrupted does.
 */
function* isQuick(planned: PlannedCase): Generator<PlannedCase, boolean, CaseResult> {
  for (let tries = 1; ; tries++) {
    const { compared, elapsedMs }: CaseResult = yield planned;
    if (!compared || elapsedMs <= growthMs) return compared;
    if (tries === mostTries || (tries > 1 && elapsedMs > interruptedMs)) return false;
  }
}

function* hugeCases(base: Base, name: string): Generator<PlannedCase> {
  for (const value of hugeNumbers) {
    const edit = setPlaces(name, 'first', value, String(value));
    yield scriptedCase({ arm: 'growth', level: 'generated', label: edit.label }, [edited(base, edit)]);
  }
}

/** `pool`: edits of which some come before and after the random values. */
function* randomlyEdited(bases: Bases, seed: number, pool: readonly Edit[]): Generator<PlannedCase> {
  if (bases.chosen.length === 0) return;
  const random = seededRandom(seed, 'random arm');
  const columns = fillableColumns(bases.shape);
  for (let draw = 0; draw < randomCases; draw++) {
    const base = bases.chosen[draw % bases.chosen.length];
    if (base === undefined) continue;
    const fills = shuffled(columns, random)
      .slice(0, 1 + Math.floor(random() * 3))
      .map((column) => randomFill(column, seed, draw));
    const further = shuffled(pool, random).slice(0, Math.floor(random() * 3));
    const address = { ...base.recipe.address, position: Math.floor(random() * 6) };
    const edits = [...further.slice(0, 1), ...fills, ...further.slice(1)];
    yield scriptedCase(
      { arm: 'random', level: 'generated', label: `draw ${draw + 1}: ${listed(edits)}` },
      [{ address, edits }],
      once,
    );
  }
}

function* ofFewValues(bases: Bases, seed: number, constants: PlanContext['constants']): Generator<PlannedCase> {
  const columns = fillableColumns(bases.shape);
  const values = fewValuesBeside(constants?.numbers ?? [], constants?.strings ?? []);
  if (columns.length === 0) return;
  for (let draw = 0; draw < fewValuedCases; draw++) {
    const base = bases.chosen[draw % bases.chosen.length];
    if (base === undefined) continue;
    const edit = filledWithFew(columns, values, seed, draw);
    const address = { ...base.recipe.address, position: draw % 6 };
    yield scriptedCase({ arm: 'random', level: 'generated', label: edit.label }, [{ address, edits: [edit] }], once);
  }
}

function toldOf({ label, leaves }: Edit): Pick<CaseMeta, 'label' | 'leaves'> {
  return { label, ...(leaves === undefined ? {} : { leaves }) };
}

function edited({ recipe }: Base, edit: Edit): Recipe {
  return { address: recipe.address, edits: [...recipe.edits, edit] };
}

function listed(edits: readonly Edit[]): string {
  return edits.map(({ label }) => label).join('; ');
}
