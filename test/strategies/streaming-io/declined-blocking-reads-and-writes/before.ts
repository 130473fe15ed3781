import { readFileSync, writeFileSync } from 'node:fs';

export async function increment(file: string): Promise<number> {
  const next = Number(readFileSync(file, 'utf8')) + 1;
  writeFileSync(file, String(next));
  return next;
}
