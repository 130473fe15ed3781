import { readFile } from 'node:fs/promises';

export async function each(files: readonly string[], visit: (text: string) => void): Promise<void> {
  for (const file of files) {
    const text = await readFile(file, 'utf8');
    visit(text);
  }
}
