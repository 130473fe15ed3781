import { availableParallelism } from 'node:os'

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
