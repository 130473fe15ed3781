import { readFileSync, statSync } from 'fs';

export async function firstBytes(files: readonly string[]): Promise<number[]> {
  const bytes: number[] = [];
  for (const file of files) {
    if (statSync(file).size === 0) continue;
    bytes.push(readFileSync(file)[0]!);
  }
  return bytes;
}
