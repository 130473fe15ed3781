import { availableParallelism } from 'node:os'
import { totalThreads } from './before.total.threads.ts'

/** Adds up. */
export function total(prices: number[], rate: number): number {
  const taxed = totalOnThreads(prices, rate)
  return taxed.reduce((sum, price) => sum + price, 0)
}

/** The work of `prices.map(…)`, done by several threads while the caller waits. */
function totalOnThreads(prices: readonly number[], rate: number): number[] {
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(prices.length / (4 * availableParallelism()))
  const tasks: Parameters<typeof totalChunk>[0][] = []
  for (let start = 0; start < prices.length; start += partLength) {
    tasks.push({ prices: shared(prices.slice(start, start + partLength)), rate })
  }
  const url = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href
  const name = (at: number) => `prices.map(…), elements from ${at * partLength} on`
  return ([] as number[]).concat(...totalThreads.run(url, totalChunk, tasks, name).map(plain))
}

/** A part of it, as each thread does it. */
export function totalChunk({ prices, rate }: { prices: ReturnType<typeof shared>; rate: number }): ReturnType<typeof shared> {
  return shared(plain(prices).map((price) => {
    return price * rate
  }))
}

/** Numbers in memory that all threads see, where they are not cloned; an array with anything else in it stays as it is. */
function shared(values: readonly number[]): readonly number[] | Int32Array | Float64Array {
  let areWhole = true
  for (let i = 0; i < values.length; i++) {
    const value = values[i]
    if (typeof value !== 'number') return values
    areWhole = areWhole && Object.is(value, value | 0)
  }
  const buffer = new SharedArrayBuffer(values.length * (areWhole ? Int32Array : Float64Array).BYTES_PER_ELEMENT)
  const numbers = areWhole ? new Int32Array(buffer) : new Float64Array(buffer)
  numbers.set(values)
  return numbers
}

/** Such numbers as an array again. */
function plain(values: ReturnType<typeof shared>): number[] {
  return Array.isArray(values) ? values : Array.from(values)
}
