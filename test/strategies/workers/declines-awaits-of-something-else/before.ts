import { readFileSync } from 'node:fs';

async function lengthOf(path: string): Promise<number> {
  return readFileSync(path).length;
}

export async function lengthsOf(paths: readonly string[]): Promise<number[]> {
  const lengths: number[] = [];
  for (const path of paths) lengths.push(await lengthOf(path));
  return lengths;
}
