import { availableParallelism } from 'node:os'
import { emitWarning } from 'node:process'
import { Piscina } from 'piscina'

export function longest(texts: string[]): number {
  let most = 0
  texts.forEach((text) => {
    const words = text.split(/\s+/).length
    if (words > most) most = words
  })
  return most
}

let longestPool: Piscina | undefined

/** Like `longest`, with `texts.forEach(…)` spread over worker threads. The best of the parts is kept. */
export async function longestParallel(texts: string[]): Promise<number> {
  let most = 0
  for (const value of await longestInWorkers(texts)) {
    if (value > most) most = value
  }
  return most
}

async function longestInWorkers(texts: readonly string[]): Promise<number[]> {
  const pool = (longestPool ??= new Piscina({ maxThreads: availableParallelism(), idleTimeout: 30_000 }))
  const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.ceil(texts.length / (4 * availableParallelism()))
  const tasks: string[][] = []
  for (let start = 0; start < texts.length; start += partLength) {
    tasks.push(texts.slice(start, start + partLength))
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
    parts.push(longestChunk(task))
    // It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the elements one by one.
    let element = index * partLength
    const next = element + partLength
    const isFine = () => pool.run(texts.slice(element, element + 1), { filename }).then(() => true, () => false)
    while (element < next && (await isFine())) element++
    emitWarning(`A worker failed ${element < next ? 'at' : 'before'} element ${element}: ${part?.reason?.message ?? 'not cloneable'}`)
  }
  return ([] as number[]).concat(...parts)
}

/** What one worker does at a time for `longestParallel`. */
export function longestChunk(texts: string[]): number[] {
  let most = 0
  texts.forEach((text) => {
    const words = text.split(/\s+/).length
    if (words > most) most = words
  })
  return [most]
}
