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

/** Like `fishPool`, with `names.map(…)` spread over worker threads. The results keep their order. */
export async function fishPoolParallel(names: string[], factor: number): Promise<string[]> {
	const all = await fishPoolInWorkers(names, factor)
	return all
}

async function fishPoolInWorkers(names: readonly string[], factor: number): Promise<string[]> {
	const pool = (fishPoolPool ??= new Piscina2({ maxThreads: availableParallelism(), idleTimeout: 30_000 }))
	const filename = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href
	// A few parts per thread, so that one slow part does not keep all the others waiting.
	const partLength = Math.ceil(names.length / (4 * availableParallelism()))
	const tasks: Parameters<typeof fishPoolChunk>[0][] = []
	for (let start = 0; start < names.length; start += partLength) {
		tasks.push({ names: names.slice(start, start + partLength), factor })
	}
	// All are waited for, so that of several failures the first in order is the one that is thrown.
	const settled = await Promise.allSettled(tasks.map((task) => pool.run(task, { filename })))
	const parts: string[][] = []
	for (const [index, task] of tasks.entries()) {
		const part = settled[index]
		if (part?.status === 'fulfilled') {
			parts.push(part.value)
			continue
		}
		// Done again in this thread, it throws what the original throws.
		parts.push(fishPoolChunk(task))
		// It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the elements one by one.
		let element = index * partLength
		const next = element + partLength
		const isFine = () => pool.run({ names: names.slice(element, element + 1), factor }, { filename }).then(() => true, () => false)
		while (element < next && (await isFine())) element++
		emitWarning(`A worker failed ${element < next ? 'at' : 'before'} element ${element}: ${part?.reason?.message ?? 'not cloneable'}`)
	}
	return ([] as string[]).concat(...parts)
}

/** What one worker does at a time for `fishPoolParallel`. */
export function fishPoolChunk({ names, factor }: { names: string[]; factor: number }): string[] {
	return names.map((name) => {
		const longName = name.repeat(factor)
		return `${longName}
  ${items}`
	})
}
