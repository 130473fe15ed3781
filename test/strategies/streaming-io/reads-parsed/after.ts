import * as fs from 'node:fs'

export async function idsIn(folder: string): Promise<number> {
	let total = 0
	for await (const [, content] of readAhead(
		(await fs.promises.readdir(folder)).filter((name) => name.endsWith('.json')),
		(name) => fs.promises.readFile(folder + '/' + name, 'utf8'),
	)) {
		const record = JSON.parse(content) as { id: number }
		total += record.id
	}
	return total
}

/** What `read` gives for each file, in their order, with up to 8 of them read at once. */
async function* readAhead<T>(files: readonly string[], read: (file: string) => Promise<T>): AsyncGenerator<[string, T]> {
	const ahead: Promise<T>[] = []
	for (const [index, file] of files.entries()) {
		for (const next of files.slice(index + ahead.length, index + 8)) {
			const content = Promise.resolve(next).then(read)
			// An error is thrown when it is the turn of its file; until then nobody waits for it.
			content.catch(() => undefined)
			ahead.push(content)
		}
		yield [file, await (ahead.shift() as Promise<T>)]
	}
}
