import { availableParallelism } from 'node:os'
import { emitWarning } from 'node:process'
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
	const pool = (fishPoolPool ??= new Piscina2({ maxThreads: availableParallelism(), idleTimeout: 30_000 }))
	const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href
	// A few parts per thread, so that one slow part does not keep all the others waiting.
	const partLength = Math.ceil(argLists.length / (4 * availableParallelism()))
	const tasks: Parameters<typeof fishPool>[][] = []
	for (let start = 0; start < argLists.length; start += partLength) {
		tasks.push(argLists.slice(start, start + partLength))
	}
	// All are waited for, so that of several failures the first in order is the one that is thrown.
	const settled = await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })))
	const parts: ReturnType<typeof fishPool>[][] = []
	for (const [index, task] of tasks.entries()) {
		const part = settled[index]
		if (part?.status === 'fulfilled') {
			parts.push(part.value)
			continue
		}
		// Done again in this thread, it throws what the original throws.
		parts.push(fishPoolChunk(task))
		// It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the calls one by one.
		let call = index * partLength
		const next = call + partLength
		const isFine = () => pool.run(argLists.slice(call, call + 1), { filename }).then(() => true, () => false)
		while (call < next && (await isFine())) call++
		emitWarning(`A worker failed ${call < next ? 'at' : 'before'} call ${call}: ${part?.reason?.message ?? 'not cloneable'}`)
	}
	return ([] as ReturnType<typeof fishPool>[]).concat(...parts)
}

/** What one worker does at a time for `fishPoolMany`. */
export function fishPoolChunk(argLists: Parameters<typeof fishPool>[]): ReturnType<typeof fishPool>[] {
	return argLists.map((args) => fishPool(...args))
}
