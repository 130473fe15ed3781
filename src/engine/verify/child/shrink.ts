// Greedy shrinking: from a case that shows a difference to a smaller one that still does, within a time limit. Smaller inputs entries
// first, then fewer edits, then shorter lists (with everything that always had the same length) and simpler values.
import { dropElement, type Edit, resize, setExactly } from './argument-edits.ts';
import { learnShape, relatedMeasures } from './argument-shape.ts';
import type { ArgumentSource } from './argument-source.ts';
import { type PlannedCase, prepare, type Recipe } from './planned-case.ts';
import { printValue } from './print-value.ts';
import { isObject, isTypedArray, objectKind } from './value-kind.ts';

export interface ShrinkRun {
  /** Of the baseline, to look at arguments. */
  readonly source: ArgumentSource;
  /** True when the case still shows a difference of the same standing. */
  readonly stillDiffers: (planned: PlannedCase) => Promise<boolean>;
  readonly timeLeftMs: () => number;
}

export async function shrinkCase(planned: PlannedCase, run: ShrinkRun): Promise<PlannedCase> {
  let smallest = planned;
  for (let improved = true; improved; ) {
    improved = false;
    for (const simpler of simplerCases(smallest, run.source)) {
      if (run.timeLeftMs() <= 0) return smallest;
      if (!(await run.stillDiffers(simpler))) continue;
      smallest = simpler;
      improved = true;
      break;
    }
  }
  return smallest;
}

function* simplerCases(planned: PlannedCase, source: ArgumentSource): Generator<PlannedCase> {
  yield* planned.shorter;
  for (const recipe of new Set(planned.recipes)) {
    for (const simpler of simplerRecipes(recipe, source)) {
      // A recipe that stands in several places is the same arguments in all of them, and stays so.
      yield planned.withRecipes(planned.recipes.map((one) => (one === recipe ? simpler : one)));
    }
  }
  // Fewer calls: any one left out.
  if (planned.recipes.length > 1) {
    for (const index of planned.recipes.keys())
      yield planned.withRecipes(planned.recipes.filter((_, other) => other !== index));
  }
}

function* simplerRecipes(recipe: Recipe, source: ArgumentSource): Generator<Recipe> {
  const { address, edits, simplifications = [] } = recipe;
  if (address.kind === 'size') {
    const sizes = [0, 1, 2, 3, 4, Math.floor(address.size / 2), address.size - 1];
    for (const size of new Set(sizes))
      if (size >= 0 && size < address.size) yield { ...recipe, address: { ...address, size } };
    if (address.position > 0) yield { ...recipe, address: { ...address, position: 0 } };
  }
  for (const index of edits.keys()) yield { ...recipe, edits: edits.filter((_, other) => other !== index) };
  const args = attempt(() => prepare(source, recipe).args);
  if (args === undefined) return;
  for (const edit of simplerArguments(args)) {
    // A value that is simplified step by step needs only the last step.
    const earlier =
      simplifications.at(-1)?.place === edit.place && edit.place !== undefined
        ? simplifications.slice(0, -1)
        : simplifications;
    yield { ...recipe, simplifications: [...earlier, edit] };
  }
}

type Path = readonly (string | number)[];

/** Values further in than this are left alone: shrinking must end. */
const valueLimit = 160;

function* simplerArguments(args: readonly unknown[]): Generator<Edit> {
  const shape = learnShape([args]);
  const areas = shape.products.flatMap(({ length, factors }) => [length, ...factors]);
  for (const { name } of shape.columns.filter(({ holdsArrays }) => holdsArrays)) {
    const measure = `${name}.length`;
    const length = shape.ragged.has(measure) || areas.includes(measure) ? undefined : lengthAt(args, name);
    if (length === undefined) continue;
    for (const size of new Set([0, 1, Math.floor(length / 2), length - 1])) {
      if (size >= 0 && size < length) yield resize(shape, measure, size);
    }
    for (let index = 0; index < Math.min(length, 24); index++) yield dropElement(shape, measure, index);
  }
  const related = relatedMeasures(shape);
  const free = valuesIn(args).filter(({ path }) => path.length > 1 || !related.has(String(path[0])));
  yield* equalOnesTogether(free);
  for (const { path, value } of free) {
    for (const simpler of simplerValues(value)) yield setExactly(path, simpler, printValue(simpler));
  }
}

/** What shows only where two numbers are equal is lost when one of them is made simpler alone. */
function* equalOnesTogether(values: readonly { readonly path: Path; readonly value: unknown }[]): Generator<Edit> {
  const groups = new Map<number, Path[]>();
  for (const { path, value } of values)
    if (typeof value === 'number') groups.set(value, [...(groups.get(value) ?? []), path]);
  for (const [value, paths] of groups) {
    if (paths.length < 2) continue;
    for (const simpler of simplerValues(value)) {
      const edits = paths.map((path) => setExactly(path, simpler, printValue(simpler)));
      yield {
        label: edits.map(({ label }) => label).join(', '),
        apply: (edited) => {
          for (const edit of edits) edit.apply(edited);
        },
      };
    }
  }
}

function lengthAt(args: readonly unknown[], name: string): number | undefined {
  let value: unknown = args;
  for (const step of name.match(/\[\*\]|[^.[\]]+/g) ?? []) {
    if (!isObject(value)) return undefined;
    value = Reflect.get(value, step === '[*]' ? 0 : step);
  }
  return Array.isArray(value) || isTypedArray(value) ? value.length : undefined;
}

/** Each simpler than the value by a fixed order, so that shrinking cannot go round in circles. */
function simplerValues(value: unknown): readonly unknown[] {
  switch (typeof value) {
    case 'number': {
      const whole = Number.isFinite(value) ? Math.trunc(value) : 0;
      const steps: number[] = [];
      for (let step = Math.trunc(whole / 2); step !== 0; step = Math.trunc(step / 2)) steps.push(whole - step);
      return [0, 1, -1, 2, 10, whole, ...steps].filter((simpler) => complexity(simpler) < complexity(value));
    }
    case 'string':
      if (value.length > 1)
        return [
          '',
          'a',
          value.slice(0, value.length >> 1),
          value.slice(value.length >> 1),
          value.slice(1),
          value.slice(0, -1),
        ];
      return value === '' ? [] : value === 'a' ? [''] : ['', 'a'];
    case 'boolean':
      return value ? [false] : [];
    default:
      return [];
  }
}

function complexity(value: number): number {
  if (Number.isNaN(value)) return 1e308;
  if (Object.is(value, -0)) return 0.7;
  const magnitude = Number.isFinite(value) ? Math.abs(value) : 1e307;
  return magnitude + (Number.isInteger(value) ? 0 : 1e300) + (value < 0 ? 0.5 : 0);
}

function valuesIn(args: readonly unknown[]): readonly { readonly path: Path; readonly value: unknown }[] {
  const found: { path: Path; value: unknown }[] = [];
  const seen = new Set<object>();
  const visit = (holder: object, keys: readonly (string | number)[], prefix: Path): void => {
    for (const key of keys) {
      if (found.length >= valueLimit) return;
      const value: unknown = Reflect.get(holder, key);
      const path = [...prefix, key];
      found.push({ path, value });
      if (!isObject(value) || seen.has(value) || path.length > 5) continue;
      seen.add(value);
      if (Array.isArray(value) || isTypedArray(value))
        visit(value, [...Array(Math.min(24, value.length)).keys()], path);
      else if (objectKind(value) === 'object') visit(value, Object.keys(value), path);
    }
  };
  visit(args, [...args.keys()], []);
  return found;
}

function attempt<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch {
    // The inputs entry refuses this size: nothing to shrink from.
    return undefined;
  }
}
