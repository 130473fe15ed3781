import { readFile } from 'node:fs/promises'

/** Each of them, without white space around it. */
export const load = (files: string[]) => Promise.all(files.map(async (file) => (await readFile(file, 'utf8')).trim()))

export const none: string[] = []
