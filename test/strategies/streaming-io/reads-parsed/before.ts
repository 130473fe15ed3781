import * as fs from 'node:fs'

export async function idsIn(folder: string): Promise<number> {
	let total = 0
	for (const name of (await fs.promises.readdir(folder)).filter((name) => name.endsWith('.json'))) {
		const path = folder + '/' + name
		const record = JSON.parse(await fs.promises.readFile(path, 'utf8')) as { id: number }
		total += record.id
	}
	return total
}
