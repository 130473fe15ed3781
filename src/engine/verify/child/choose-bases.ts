// The argument lists that generated cases start from: small ones, because a small case shows most differences and costs little, and the
// sizes beside the declared ones that the inputs entry can make as well.
import type { VariantModule } from '../../../model/variant.ts';
import type { CaseListing } from '../../process/protocol.ts';
import { type ArgumentShape, learnShape } from './argument-shape.ts';
import type { ArgumentSource, CaseAddress } from './argument-source.ts';
import type { Recipe } from './planned-case.ts';
import { isObject, isTypedArray } from './value-kind.ts';
import { callWithTimeout } from './watched-call.ts';

export interface Base {
  readonly recipe: Recipe;
  readonly args: readonly unknown[];
  readonly hasReceiver: boolean;
  /** Small enough to edit all of it. */
  readonly isLight: boolean;
}

export interface Bases {
  /** Sizes that are not declared and that the entry can make, ascending. */
  readonly sizes: readonly number[];
  /** Two or three to edit, the smallest that are not degenerate first. */
  readonly chosen: readonly Base[];
  readonly shape: ArgumentShape;
}

const smallSizes: readonly number[] = [0, 1, 2, 3, 4, 5, 6, 7, 8];
const primes: readonly number[] = [13, 31, 61, 97];
const makeDeadlineMs = 250;

/** Above this many values a list is too slow to edit hundreds of times; only the smallest one is then used. */
const weightLimit = 3_000;

export function chooseBases(module: VariantModule, source: ArgumentSource, cases: readonly CaseListing[]): Bases {
  const make = (address: CaseAddress): Base | undefined => {
    const ending = callWithTimeout(() => source.make(address), makeDeadlineMs);
    if (ending.kind !== 'returned') return undefined;
    const { receiver, args } = ending.value as ReturnType<ArgumentSource['make']>;
    return {
      recipe: { address, edits: [] },
      args,
      hasReceiver: receiver !== undefined,
      isLight: weightOf(args) <= weightLimit,
    };
  };
  const declaredSizes = cases.flatMap(({ size }) => (size === undefined ? [] : [size]));
  const smallest = Math.min(...declaredSizes);
  const wanted =
    declaredSizes.length === 0 || module.inputs.args === undefined
      ? []
      : [...smallSizes, ...primes.filter((prime) => prime < smallest)];
  const sized = wanted
    .filter((size) => !declaredSizes.includes(size))
    .flatMap((size) => make({ kind: 'size', size, position: 0 }) ?? [])
    .filter(({ args }) => args.length > 0);
  const declared = cases.flatMap(({ index }) => make({ kind: 'case', index, position: 0 }) ?? []);
  const light = (bases: readonly Base[]): readonly Base[] => bases.filter(({ isLight }) => isLight);
  const roomy = sized.filter(
    ({ recipe: { address } }) => address.kind === 'size' && address.size >= 3 && address.size <= 6,
  );
  const candidates = [...roomy.slice(-1), ...roomy.slice(0, 1), ...light(declared).slice(0, 4)];
  const chosen = candidates.length > 0 ? candidates : declared.slice(0, 1);
  const learned = [
    ...chosen,
    ...light(sized)
      .filter(({ args }) => weightOf(args) > 4)
      .slice(-4),
    ...light(declared),
  ];
  return {
    sizes: sized.flatMap(({ recipe: { address } }) => (address.kind === 'size' ? [address.size] : [])),
    chosen: chosen.filter((base, index) => chosen.indexOf(base) === index),
    shape: learnShape(learned.map(({ args }) => args)),
  };
}

function weightOf(root: unknown): number {
  const seen = new Set<object>();
  const stack: unknown[] = [root];
  let weight = 0;
  while (stack.length > 0 && weight <= weightLimit) {
    const value = stack.pop();
    weight += typeof value === 'string' ? value.length / 8 : 1;
    if (!isObject(value) || seen.has(value)) continue;
    seen.add(value);
    if (isTypedArray(value)) weight += value.length;
    else if (Array.isArray(value)) {
      if (value.length > weightLimit) return value.length;
      stack.push(...(value as readonly unknown[]));
    } else for (const key of Reflect.ownKeys(value)) stack.push(Object.getOwnPropertyDescriptor(value, key)?.value);
  }
  return weight;
}
