import { availableParallelism } from 'node:os'
import { Piscina } from 'piscina'

/** Adds up. */
export function total(prices: number[], rate: number): number {
  const taxed = prices.map((price) => {
    return price * rate
  })
  return taxed.reduce((sum, price) => sum + price, 0)
}

let totalPool: Piscina | undefined

/** Like `total`, with `prices.map(…)` spread over worker threads. The results keep their order. */
export async function totalParallel(prices: number[], rate: number): Promise<number> {
  const taxed = await totalInWorkers(prices, rate)
  return taxed.reduce((sum, price) => sum + price, 0)
}

async function totalInWorkers(prices: readonly number[], rate: number): Promise<number[]> {
  const pool = (totalPool ??= new Piscina({
    filename: new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href,
    maxThreads: availableParallelism(),
    idleTimeout: 30_000,
  }))
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(prices.length / (4 * availableParallelism()))
  const parts: Promise<number[]>[] = []
  for (let start = 0; start < prices.length; start += partLength) {
    parts.push(pool.run({ prices: prices.slice(start, start + partLength), rate }))
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(parts)
  const results = settled.map((part) => {
    if (part.status === 'rejected') throw part.reason
    return part.value
  })
  return ([] as number[]).concat(...results)
}

/** What one worker does at a time for `totalParallel`. */
export function totalChunk({ prices, rate }: { prices: number[]; rate: number }): number[] {
  return prices.map((price) => {
    return price * rate
  })
}
