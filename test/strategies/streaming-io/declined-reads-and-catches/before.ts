import { readFile } from 'node:fs/promises';

export async function readable(files: readonly string[]): Promise<number> {
  let count = 0;
  for (const file of files) {
    try {
      const text = await readFile(file, 'utf8');
      count += text.length;
    } catch {
      count -= 1;
    }
  }
  return count;
}
