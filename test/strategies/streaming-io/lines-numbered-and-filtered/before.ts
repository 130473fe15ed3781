import { readFileSync } from 'node:fs';

const next = 'TODO';

export function todos(file: string): string[] {
  const lines = readFileSync(file, 'utf8').split('\n').slice(1);
  const marked = lines.map((line, i) => `${i + 1}: ${line}`).filter((line) => line.includes(next) || line.length > 9);
  return marked.sort();
}
