// Looks into what a comparison cannot read in place: promises are awaited and iterators are drained, once, right after the calls, so
// that the same outcome can be compared several times.
import { isObject, isTypedArray, objectKind } from './value-kind.ts';

export type Settlement = { readonly status: 'fulfilled' | 'rejected'; readonly value: unknown } | { readonly status: 'pending' };

export interface HiddenContents {
  readonly settlements: ReadonlyMap<object, Settlement>;
  /** What an iterator still had to give, up to `drainLimit` values; a generator's return value stands last. */
  readonly drained: ReadonlyMap<object, readonly unknown[]>;
}

export const nothingHidden: HiddenContents = { settlements: new Map(), drained: new Map() };

const drainLimit = 2_000;

export async function captureHidden(roots: readonly unknown[], deadlineMs: number): Promise<HiddenContents> {
  const settlements = new Map<object, Settlement>();
  const drained = new Map<object, readonly unknown[]>();
  const seen = new Set<object>();
  let waiting = roots.filter(isObject);
  // Settled values can hold promises themselves, so look again at what came out, a few levels deep.
  for (let round = 0; round < 4 && waiting.length > 0; round++) {
    const promises: Promise<unknown>[] = [];
    const iterators: object[] = [];
    collect(waiting, seen, promises, iterators);
    if (promises.length === 0 && iterators.length === 0) break;
    const found: unknown[] = [];
    for (const iterator of iterators) {
      const values = drain(iterator);
      drained.set(iterator, values);
      found.push(...values);
    }
    for (const settlement of await settleAll(promises, deadlineMs, settlements)) {
      if (settlement.status !== 'pending') found.push(settlement.value);
    }
    waiting = found.filter(isObject);
  }
  return { settlements, drained };
}

function collect(roots: readonly object[], seen: Set<object>, promises: Promise<unknown>[], iterators: object[]): void {
  const stack: object[] = [...roots];
  const push = (value: unknown): void => {
    if (isObject(value) && !seen.has(value)) stack.push(value);
  };
  for (let value = stack.pop(); value !== undefined; value = stack.pop()) {
    if (seen.has(value) || isTypedArray(value)) continue;
    seen.add(value);
    const kind = objectKind(value);
    if (kind === 'promise') promises.push(value as Promise<unknown>);
    else if (kind === 'iterator') iterators.push(value);
    else if (Array.isArray(value)) for (const element of value as unknown[]) push(element);
    else {
      if (value instanceof Map) for (const [key, item] of value as Map<unknown, unknown>) (push(key), push(item));
      if (value instanceof Set) for (const item of value as Set<unknown>) push(item);
      for (const descriptor of Object.values(Object.getOwnPropertyDescriptors(value))) push(descriptor.value);
    }
  }
}

function drain(iterator: object): readonly unknown[] {
  const values: unknown[] = [];
  try {
    const steps = iterator as Iterator<unknown, unknown>;
    while (values.length < drainLimit) {
      const step: unknown = steps.next();
      if (!isObject(step) || types(step)) break;
      const { done, value } = step as IteratorResult<unknown, unknown>;
      values.push(value);
      if (done === true) break;
    }
  } catch (error) {
    values.push(error);
  }
  return values;
}

/** An async generator answers with promises: left alone. */
function types(step: object): boolean {
  return objectKind(step) === 'promise';
}

async function settleAll(
  promises: readonly Promise<unknown>[],
  deadlineMs: number,
  settlements: Map<object, Settlement>,
): Promise<readonly Settlement[]> {
  if (promises.length === 0) return [];
  const all = Promise.allSettled(
    promises.map((promise) =>
      promise.then(
        (value) => settlements.set(promise, { status: 'fulfilled', value }),
        (error: unknown) => settlements.set(promise, { status: 'rejected', value: error }),
      ),
    ),
  );
  let timer: NodeJS.Timeout | undefined;
  await Promise.race([
    all,
    new Promise((resolve) => {
      timer = setTimeout(resolve, deadlineMs);
    }),
  ]);
  clearTimeout(timer);
  return promises.map((promise) => {
    const settlement = settlements.get(promise) ?? { status: 'pending' };
    settlements.set(promise, settlement);
    return settlement;
  });
}
