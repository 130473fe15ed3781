import { readFile } from 'node:fs/promises';

export async function sizesOf(files: readonly string[]): Promise<Record<string, number>> {
  const sizes: Record<string, number> = {};
  for (let i = 0; i < files.length; i++) {
    const text = await readFile(files[i]!, 'utf8');
    sizes[files[i]!] = text.length;
  }
  return sizes;
}
