import { readFile, stat } from 'fs/promises';

export async function firstBytes(files: readonly string[]): Promise<number[]> {
  const bytes: number[] = [];
  for (const file of [...files]) {
    if ((await stat(file)).size === 0) continue;
    bytes.push((await readFile(file))[0]!);
  }
  return bytes;
}
