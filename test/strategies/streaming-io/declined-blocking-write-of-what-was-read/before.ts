import { readFileSync, writeFileSync } from 'node:fs';

export async function increment(folder: string): Promise<number> {
  const counter = `${folder}/counter`;
  const same = counter;
  const next = Number(readFileSync(counter, 'utf8')) + 1;
  writeFileSync(same, String(next));
  return next;
}
