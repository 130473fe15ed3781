import { availableParallelism } from 'node:os';
import { emitWarning } from 'node:process';
import { Piscina } from 'piscina';

export interface Row {
  id: number;
  email: string;
  iban: string;
}

export class InvalidRow extends Error {
  readonly row: number;
  constructor(row: number, why: string) {
    super(`row ${row}: ${why}`);
    this.name = 'InvalidRow';
    this.row = row;
  }
}

class NoDigit extends InvalidRow {}

function checksum({ id, iban }: Row): number {
  let rest = 0;
  for (const letter of iban) {
    const digit = Number.parseInt(letter, 36);
    if (Number.isNaN(digit)) throw new NoDigit(id, letter);
    rest = (rest * 36 + digit) % 97;
  }
  return rest;
}

export function validateRows(rows: readonly Row[]): number[] {
  const sums: number[] = [];
  for (const row of rows) {
    if (!row.email.includes('@')) throw new InvalidRow(row.id, 'no address');
    sums.push(checksum(row));
  }
  return sums;
}

let validateRowsPool: Piscina | undefined;

/** Like `validateRows`, with the work of `for (const row of rows)` spread over worker threads. The results keep their order. */
export async function validateRowsParallel(rows: readonly Row[]): Promise<number[]> {
  const sums: number[] = [];
  for (const part of await validateRowsInWorkers(rows)) {
    for (const value of part) sums.push(value);
  }
  return sums;
}

async function validateRowsInWorkers(rows: readonly Row[]): Promise<ReturnType<typeof shared>[]> {
  const pool = (validateRowsPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }));
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(rows.length / (4 * availableParallelism()));
  const tasks: (readonly Row[])[] = [];
  for (let start = 0; start < rows.length; start += partLength) {
    tasks.push(rows.slice(start, start + partLength));
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = isPlain([rows])
    ? await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })))
    : [];
  const parts: ReturnType<typeof shared>[] = [];
  for (const [index, task] of tasks.entries()) {
    const part = settled[index];
    if (part?.status === 'fulfilled') {
      parts.push(part.value);
      continue;
    }
    // Done in this thread, it throws what the original throws.
    parts.push(validateRowsChunk(task));
    if (part === undefined) continue;
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the iterations one by one.
    let iteration = index * partLength;
    const next = iteration + partLength;
    const isFine = () => pool.run(rows.slice(iteration, iteration + 1), { filename }).then(() => true, () => false);
    while (iteration < next && (await isFine())) iteration++;
    emitWarning(`A worker failed ${iteration < next ? 'at' : 'before'} iteration ${iteration}: ${part.reason?.message ?? 'not cloneable'}`);
  }
  return parts;
}

/** What one worker does at a time for `validateRowsParallel`. */
export function validateRowsChunk(rows: readonly Row[]): ReturnType<typeof shared> {
  const results: number[] = [];
  for (const row of rows) {
    if (!row.email.includes('@')) throw new InvalidRow(row.id, 'no address');
    results.push(checksum(row));
  }
  return shared(results);
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

/** Whether copies in another thread are the same: they have no getters and methods of a class, and only what is enumerable. */
function isPlain(lists: readonly (readonly unknown[])[]): boolean {
  const isRecord = (one: unknown) => {
    const record: object = Object(one);
    if (Object.getPrototypeOf(record) !== Object.prototype) return false;
    return Object.getOwnPropertyNames(record).length === Object.keys(record).length;
  };
  return lists.every((list) => Object.getPrototypeOf(Object(list)) === Array.prototype && list.every(isRecord));
}
