import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export async function texts(list: string, last: string): Promise<string> {
  try {
    const name = await readFile(list, 'utf8');
    const named = await readFile(join(dirname(list), name), 'utf8');
    return named + (await readFile(last, 'utf8'));
  } catch (error) {
    return (error as { code?: string }).code ?? 'none';
  }
}
