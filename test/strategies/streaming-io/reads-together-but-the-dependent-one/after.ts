import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export async function texts(list: string, last: string): Promise<string> {
  try {
    // Begun together; each is waited for, and its error thrown, in its turn.
    const nextRead = readFile(last, 'utf8');
    nextRead.catch(() => undefined);
    const name = await readFile(list, 'utf8');
    const named = await readFile(join(dirname(list), name), 'utf8');
    return named + (await nextRead);
  } catch (error) {
    return (error as { code?: string }).code ?? 'none';
  }
}
