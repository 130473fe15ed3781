// Cases of several calls: what an earlier call, its result or its arguments leave behind must not matter to a later one more than it does in the
// original. Calls that are handed over at once have no such history, only an order.
import type { CaseListing } from '../../process/protocol.ts';
import type { Base, Bases } from './choose-bases.ts';
import { valueEdits } from './plan-edits.ts';
import {
  type CasePlan,
  changedArguments,
  changedReceiver,
  changedResult,
  crossedArguments,
  eachOnItsOwnReceiver,
  oneAfterTheOther,
  overlapping,
  type PlannedCase,
  type Recipe,
  type Script,
  sameArguments,
  scriptedCase,
} from './planned-case.ts';
import { isObject } from './value-kind.ts';

export function* batchCases(bases: Bases, cases: readonly CaseListing[]): Generator<PlannedCase> {
  const sizes = bases.sizes.map((size): Recipe => ({ address: { kind: 'size', size, position: 0 }, edits: [] }));
  const at = (index: number, position: number): Recipe => ({ address: { kind: 'case', index, position }, edits: [] });
  const [smallest, ...larger] = cases.slice(0, 2).map(({ index }) => index);
  const declared = smallest === undefined ? [] : [0, 1, 2, 3].map((position) => at(smallest, position));
  const [first] = declared;
  const batches: readonly (readonly Recipe[])[] = [
    [],
    declared.slice(0, 4),
    ...(first === undefined ? [] : [[first, first, first]]),
    // Larger ones take their time, and are compared alone as well.
    [...declared, ...larger.map((index) => at(index, 0)), ...sizes, ...[...declared].reverse()],
    sizes,
  ];
  for (const recipes of batches) {
    const label = `a batch of ${recipes.length}`;
    yield scriptedCase({ arm: 'history', level: 'generated', label }, recipes, oneAfterTheOther);
  }
}

/** Ends with the first case, and gives false, when that takes the original longer than `slowMs`. */
export function* historyCases(
  base: Base,
  bases: Bases,
  cases: readonly CaseListing[],
  slowMs: number,
): CasePlan<boolean> {
  const { recipe } = base;
  const other = otherRecipe(base, bases, cases);
  const takesObjects = base.args.some(isObject);
  const plan = (label: string, script: Script, recipes: readonly Recipe[]): PlannedCase =>
    scriptedCase({ arm: 'history', level: 'generated', label }, recipes, script);
  const { originalMs } = yield plan('the same call twice', oneAfterTheOther, [recipe, recipe]);
  if (originalMs > slowMs) return false;
  yield plan('result changed between calls', changedResult, [recipe, recipe]);
  if (takesObjects) {
    yield plan('the same argument objects twice', sameArguments, [recipe]);
    yield plan('argument objects changed between calls', changedArguments, [recipe]);
  }
  if (base.hasReceiver) {
    yield plan('receiver changed between calls', changedReceiver, [recipe, recipe]);
    yield plan('two receivers', eachOnItsOwnReceiver, [recipe, { ...other, edits: [] }, recipe]);
  }
  yield plan('other arguments in between', oneAfterTheOther, [recipe, other, recipe, other]);
  yield plan('calls that overlap', overlapping, [recipe, recipe, other, recipe]);
  // Draws of one size keep what holds between their arguments. An arm of its own: what hangs takes no other history with it.
  if ((base.args.length > 1 || takesObjects) && isOfOneSize(recipe, other)) {
    const meta = { arm: 'keys', level: 'generated', label: 'each argument of another call in turn' } as const;
    yield scriptedCase(meta, [recipe, { ...other, edits: [] }], crossedArguments);
  }
  const sizes = bases.sizes.map((size): Recipe => ({ address: { kind: 'size', size, position: 0 }, edits: [] }));
  if (sizes.length > 2) yield plan('many sizes, up and down', oneAfterTheOther, [...sizes, ...[...sizes].reverse()]);
  return true;
}

function isOfOneSize({ address: one }: Recipe, { address: two }: Recipe): boolean {
  if (one.kind === 'size') return two.kind === 'size' && one.size === two.size;
  return two.kind === 'case' && one.index === two.index && one.position !== two.position;
}

/** Something else to call with: another draw, another case, or an edit where neither exists. */
function otherRecipe(base: Base, bases: Bases, cases: readonly CaseListing[]): Recipe {
  const { address } = base.recipe;
  if (address.kind === 'size' || cases.find(({ index }) => index === address.index)?.size !== undefined) {
    return { address: { ...address, position: address.position + 1 }, edits: [] };
  }
  const next = bases.chosen.find(({ recipe }) => recipe !== base.recipe);
  const [edit] = valueEdits(bases.shape);
  return next?.recipe ?? { address, edits: edit === undefined ? [] : [edit] };
}
