// Fresh arguments for one variant, made by the inputs entry of its own bundle with seeded streams, so that both variants get equal
// arguments of their own classes. An entry that hands out the same objects twice is caught here: its arguments are copied.
import type { RandomSource, VariantModule } from '../../../model/variant.ts';
import { type CallInput, inputsOfCase } from '../../process/child/cases.ts';
import { seededRandom } from '../../statistics/random.ts';
import { cloneValue } from './clone-value.ts';
import { isObject, isTypedArray } from './value-kind.ts';

/** Where arguments come from. */
export type CaseAddress =
  /** A listed case; `position` above 0 draws other random numbers for it. */
  | { readonly kind: 'case'; readonly index: number; readonly position: number }
  /** A size that is not among the listed ones. */
  | { readonly kind: 'size'; readonly size: number; readonly position: number };

export interface Prepared {
  readonly receiver: unknown;
  readonly args: unknown[];
}

export class ArgumentSource {
  readonly #module: VariantModule;
  readonly #seed: number;
  readonly #copies: boolean;

  constructor(module: VariantModule, seed: number, probe: CaseAddress | undefined) {
    this.#module = module;
    this.#seed = seed;
    this.#copies = probe !== undefined && handsOutTheSame(this.#make(probe), this.#make(probe));
  }

  /** Throws what the entry throws. */
  make(address: CaseAddress): Prepared {
    const { receiver, args } = this.#make(address);
    return this.#own({ receiver, args: [...args] });
  }

  /** The declared call sequence of a listed case; undefined when none is declared. */
  sequence(index: number): readonly Prepared[] | undefined {
    const calls = seededGlobally(this.#seed, () => inputsOfCase(this.#module.inputs, index, this.#seed).sequence?.());
    return calls === undefined
      ? undefined
      : this.#own(calls.map(({ receiver, args }) => ({ receiver, args: [...args] })));
  }

  #make(address: CaseAddress): CallInput {
    const { inputs } = this.#module;
    return seededGlobally(this.#seed, () => {
      if (address.kind === 'case') return inputsOfCase(inputs, address.index, this.#seed).call(address.position);
      const random = (purpose: string): RandomSource =>
        seededRandom(this.#seed, 'size', address.size, address.position, purpose);
      const receiver = inputs.receiver?.(address.size, random('receiver'));
      return { receiver, args: inputs.args?.(address.size, random('args')) ?? [] };
    });
  }

  #own<T>(made: T): T {
    if (!this.#copies) return made;
    const copy = cloneValue(made);
    return copy.losses.length === 0 ? copy.value : made;
  }
}

/** Math.random is seeded as well while inputs are made: an entry that calls it by mistake still gives both variants the same. */
function seededGlobally<T>(seed: number, make: () => T): T {
  const unseeded = Math.random;
  Math.random = seededRandom(seed, 'Math.random');
  try {
    return make();
  } finally {
    Math.random = unseeded;
  }
}

function handsOutTheSame(first: CallInput, second: CallInput): boolean {
  const objects = objectsInside(first);
  for (const object of objectsInside(second)) if (objects.has(object)) return true;
  return false;
}

/** Functions are left out: a named callback is the same one every time, and rightly so. */
function objectsInside(root: unknown): ReadonlySet<object> {
  const seen = new Set<object>();
  const stack: unknown[] = [root];
  while (stack.length > 0 && seen.size < 20_000) {
    const value = stack.pop();
    if (!isObject(value) || seen.has(value)) continue;
    seen.add(value);
    if (Array.isArray(value)) for (const element of value.slice(0, 20_000)) stack.push(element);
    else if (!isTypedArray(value)) {
      for (const key of Reflect.ownKeys(value)) stack.push(Object.getOwnPropertyDescriptor(value, key)?.value);
    }
  }
  return seen;
}
