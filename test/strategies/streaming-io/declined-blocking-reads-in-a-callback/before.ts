import { readFileSync } from 'node:fs';

export async function all(files: readonly string[]): Promise<string[]> {
  return files.map((file) => readFileSync(file, 'utf8'));
}
