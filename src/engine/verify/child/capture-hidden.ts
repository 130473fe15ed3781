// Looks into what a comparison cannot read in place: promises are awaited and iterators are drained, once, right after the calls, so
// that the same outcome can be compared several times.
import type { CalledFunctions } from './call-results.ts';
import { isObject, isTypedArray, mapEntries, type ObjectKind, objectKind, setValues } from './value-kind.ts';

export type Settlement =
  | { readonly status: 'fulfilled' | 'rejected'; readonly value: unknown }
  | { readonly status: 'pending' };

export interface HiddenContents {
  readonly settlements: ReadonlyMap<object, Settlement>;
  /** What an iterator still had to give, up to `drainLimit` values; a generator's return value stands last. */
  readonly drained: ReadonlyMap<object, readonly unknown[]>;
  /** What functions in results answered. */
  readonly called: CalledFunctions;
}

export const nothingHidden: HiddenContents = { settlements: new Map(), drained: new Map(), called: new Map() };

const drainLimit = 2_000;

/** Values inside settled promises and drained iterators are looked at too, this many levels deep. */
const levels = 4;

export async function captureHidden(
  roots: readonly unknown[],
  deadlineMs: number,
  called: CalledFunctions = new Map(),
): Promise<HiddenContents> {
  const settlements = new Map<object, Settlement>();
  const drained = new Map<object, readonly unknown[]>();
  const seen = new Set<object>();
  let waiting = [...roots, ...answersOf(called)].filter(isObject);
  for (let level = 0; level < levels && waiting.length > 0; level++) {
    const { promises, iterators } = collect(waiting, seen);
    const found: unknown[] = [];
    for (const promise of promises) {
      const settlement = await settle(promise, deadlineMs);
      settlements.set(promise, settlement);
      if (settlement.status !== 'pending') found.push(settlement.value);
    }
    for (const iterator of iterators) {
      const values = await drain(iterator, deadlineMs);
      drained.set(iterator, values);
      found.push(...values);
    }
    waiting = found.filter(isObject);
  }
  return { settlements, drained, called };
}

function answersOf(called: CalledFunctions): readonly unknown[] {
  return [...called.values()].flat().flatMap(({ ending }) => (ending.kind === 'returned' ? [ending.value] : []));
}

/** How a promise ends within the deadline. */
export async function settle(promise: Promise<unknown>, deadlineMs: number): Promise<Settlement> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Settlement>((resolve) => {
    timer = setTimeout(() => resolve({ status: 'pending' }), deadlineMs);
  });
  const settled = promise.then(
    (value): Settlement => ({ status: 'fulfilled', value }),
    (error: unknown): Settlement => ({ status: 'rejected', value: error }),
  );
  const settlement = await Promise.race([settled, late]);
  clearTimeout(timer);
  return settlement;
}

interface Found {
  readonly promises: Promise<unknown>[];
  readonly iterators: object[];
}

function collect(roots: readonly object[], seen: Set<object>): Found {
  const found: Found = { promises: [], iterators: [] };
  const stack: object[] = [...roots];
  for (let value = stack.pop(); value !== undefined; value = stack.pop()) {
    if (seen.has(value) || isTypedArray(value)) continue;
    seen.add(value);
    const kind = objectKind(value);
    if (kind === 'promise') found.promises.push(value as Promise<unknown>);
    else if (kind === 'iterator') found.iterators.push(value);
    else for (const item of contained(value, kind)) if (isObject(item) && !seen.has(item)) stack.push(item);
  }
  return found;
}

function contained(value: object, kind: ObjectKind): readonly unknown[] {
  if (kind === 'array') return value as readonly unknown[];
  const properties = Reflect.ownKeys(value).map((key): unknown => Object.getOwnPropertyDescriptor(value, key)?.value);
  if (kind === 'map') return [...properties, ...mapEntries(value).flat()];
  return kind === 'set' ? [...properties, ...setValues(value)] : properties;
}

async function drain(iterator: object, deadlineMs: number): Promise<readonly unknown[]> {
  const values: unknown[] = [];
  const steps = iterator as Iterator<unknown, unknown> | AsyncIterator<unknown, unknown>;
  try {
    while (values.length < drainLimit) {
      const next: unknown = steps.next();
      const settlement: Settlement =
        isObject(next) && objectKind(next) === 'promise'
          ? await settle(next as Promise<unknown>, deadlineMs)
          : { status: 'fulfilled', value: next };
      if (settlement.status === 'pending') break;
      if (settlement.status === 'rejected') throw settlement.value;
      const { done, value } = settlement.value as IteratorResult<unknown, unknown>;
      values.push(value);
      if (done === true) break;
    }
  } catch (error) {
    values.push(error);
  }
  return values;
}
