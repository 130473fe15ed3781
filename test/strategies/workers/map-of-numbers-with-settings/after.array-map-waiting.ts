import { availableParallelism } from 'node:os';
import { ratesOfThreads } from './before.rates-of.threads.ts';

/** The yearly rate at which each loan is paid back in time. */
export function ratesOf(payments: readonly number[], principal: number, unit: string): number[] {
  if (principal <= 0) return [];
  const months = unit === 'years' ? 12 : 1;
  return ratesOfOnThreads(payments, months, principal);
}

/** The work of `payments.map(…)`, done by several threads while the caller waits. */
function ratesOfOnThreads(payments: readonly number[], months: number, principal: number): number[] {
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(payments.length / (4 * availableParallelism()));
  const tasks: Parameters<typeof ratesOfChunk>[0][] = [];
  for (let start = 0; start < payments.length; start += partLength) {
    tasks.push({ payments: shared(payments.slice(start, start + partLength)), months, principal });
  }
  const url = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  const name = (at: number) => `payments.map(…), elements from ${at * partLength} on`;
  return ([] as number[]).concat(...ratesOfThreads.run(url, ratesOfChunk, tasks, name).map(plain));
}

/** A part of it, as each thread does it. */
export function ratesOfChunk({ payments, months, principal }: { payments: ReturnType<typeof shared>; months: number; principal: number }): ReturnType<typeof shared> {
  return shared(plain(payments).map((payment) => {
    if (payment < 0) throw new RangeError(`a payment of ${payment}`);
    let rate = 0.1;
    for (let round = 0; round < 40; round++) {
      const factor = (1 + rate) ** (-months * 10);
      rate = Math.max(1e-9, rate - (principal * rate - payment * (1 - factor)) / principal);
    }
    return rate;
  }));
}

/** Numbers in memory that all threads see, where they are not cloned; an array with anything else in it stays as it is. */
function shared(values: readonly number[]): readonly number[] | Int32Array | Float64Array {
  let areWhole = true;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (typeof value !== 'number') return values;
    areWhole = areWhole && Object.is(value, value | 0);
  }
  const buffer = new SharedArrayBuffer(values.length * (areWhole ? Int32Array : Float64Array).BYTES_PER_ELEMENT);
  const numbers = areWhole ? new Int32Array(buffer) : new Float64Array(buffer);
  numbers.set(values);
  return numbers;
}

/** Such numbers as an array again. */
function plain(values: ReturnType<typeof shared>): number[] {
  return Array.isArray(values) ? values : Array.from(values);
}
