import { readFile } from 'node:fs/promises';

/** Others may look at the state while it waits. */
export async function watch(file: string, state: { seen: number }, words: readonly string[]): Promise<void> {
  for (const word of words) {
    const text = await readFile(file, 'utf8');
    if (text.includes(word)) state.seen += 1;
  }
}
