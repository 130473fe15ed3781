import { availableParallelism } from 'node:os'
import { emitWarning } from 'node:process'
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
  const pool = (totalPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }))
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(prices.length / (4 * availableParallelism()))
  const tasks: Parameters<typeof totalChunk>[0][] = []
  for (let start = 0; start < prices.length; start += partLength) {
    tasks.push({ prices: prices.slice(start, start + partLength), rate })
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const settled = await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })))
  const parts: number[][] = []
  for (const [index, task] of tasks.entries()) {
    const part = settled[index]
    if (part?.status === 'fulfilled') {
      parts.push(part.value)
      continue
    }
    // Done again in this thread, it throws what the original throws.
    parts.push(totalChunk(task))
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the elements one by one.
    let element = index * partLength
    const next = element + partLength
    const isFine = () => pool.run({ prices: prices.slice(element, element + 1), rate }, { filename }).then(() => true, () => false)
    while (element < next && (await isFine())) element++
    emitWarning(`A worker failed ${element < next ? 'at' : 'before'} element ${element}: ${part?.reason?.message ?? 'not cloneable'}`)
  }
  return ([] as number[]).concat(...parts)
}

/** What one worker does at a time for `totalParallel`. */
export function totalChunk({ prices, rate }: { prices: number[]; rate: number }): number[] {
  return prices.map((price) => {
    return price * rate
  })
}
