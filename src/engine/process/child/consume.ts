// What has to happen to a result before a call counts as done: promises are awaited, generators run to their end.

export type ResultKind = 'value' | 'promise' | 'generator' | 'async-generator';

export function resultKind(result: unknown): ResultKind {
  if (typeof result !== 'object' || result === null) return 'value';
  const tag = Object.prototype.toString.call(result);
  if (tag === '[object Generator]') return 'generator';
  if (tag === '[object AsyncGenerator]') return 'async-generator';
  return typeof (result as { then?: unknown }).then === 'function' ? 'promise' : 'value';
}

/** Every value a generator yields, and last what it returns. */
export function drained(generator: unknown): unknown[] {
  const iterator = generator as Generator;
  const values: unknown[] = [];
  for (;;) {
    const step = iterator.next();
    values.push(step.value);
    if (step.done === true) return values;
  }
}

export async function drainedAsync(generator: unknown): Promise<unknown[]> {
  const iterator = generator as AsyncGenerator;
  const values: unknown[] = [];
  for (;;) {
    const step = await iterator.next();
    values.push(step.value);
    if (step.done === true) return values;
  }
}

/** The settled result, whatever kind it is. */
export async function settled(result: unknown): Promise<unknown> {
  switch (resultKind(result)) {
    case 'value':
      return result;
    case 'promise':
      return await result;
    case 'generator':
      return drained(result);
    case 'async-generator':
      return drainedAsync(result);
  }
}
