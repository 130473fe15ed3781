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

/** Calls `total` for many argument lists at once, on worker threads. The results stand in the order of the lists. */
export async function totalMany(argLists: readonly Parameters<typeof total>[]): Promise<ReturnType<typeof total>[]> {
  const pool = (totalPool ??= new Piscina({
    filename: new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href,
    maxThreads: availableParallelism(),
    idleTimeout: 30_000,
  }))
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(argLists.length / (4 * availableParallelism()))
  const parts: Promise<ReturnType<typeof total>[]>[] = []
  for (let start = 0; start < argLists.length; start += partLength) {
    parts.push(pool.run(argLists.slice(start, start + partLength)))
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(parts)
  const results = settled.map((part) => {
    if (part.status === 'rejected') throw part.reason
    return part.value
  })
  return results.flat()
}

/** What one worker does at a time for `totalMany`. */
export function totalChunk(argLists: Parameters<typeof total>[]): ReturnType<typeof total>[] {
  return argLists.map((args) => total(...args))
}
