import { availableParallelism } from 'node:os'
import { Piscina as Piscina2 } from 'piscina'

type Piscina = 'a fish pond'
const items = 3
const argLists: Piscina = 'a fish pond'

export function threads(): number {
	return availableParallelism()
}

export { fishPool, argLists }

function fishPool(names: string[], factor: number): string[] {
	const all = names.map((name) => {
		const longName = name.repeat(factor)
		return `${longName}
  ${items}`
	})
	return all
}

let fishPoolPool: Piscina2 | undefined

/** Calls `fishPool` for many argument lists at once, on worker threads. The results stand in the order of the lists. */
export async function fishPoolMany(argLists: readonly Parameters<typeof fishPool>[]): Promise<ReturnType<typeof fishPool>[]> {
	const pool = (fishPoolPool ??= new Piscina2({
		filename: new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href,
		maxThreads: availableParallelism(),
		idleTimeout: 30_000,
	}))
	// A few parts per thread, so that one slow part does not keep all the others waiting.
	const partLength = Math.ceil(argLists.length / (4 * availableParallelism()))
	const parts: Promise<ReturnType<typeof fishPool>[]>[] = []
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

/** What one worker does at a time for `fishPoolMany`. */
export function fishPoolChunk(argLists: Parameters<typeof fishPool>[]): ReturnType<typeof fishPool>[] {
	return argLists.map((args) => fishPool(...args))
}
