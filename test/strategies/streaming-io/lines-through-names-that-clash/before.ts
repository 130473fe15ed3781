import { readFileSync } from 'node:fs';

/** What the steps call their items is also the name of something around them. */
export function weighed(file: string, value: number): number {
  const least = 2;
  const text = readFileSync(file, 'utf8');
  const sum = text
    .split('\n')
    .map((x) => x.trim())
    .filter((x) => !(x.length < least))
    .map((item) => [item].map((x) => x.length)[0]!)
    .map(String)
    .map((line) => Number(line) + value)
    .reduce((value, x) => x * least + value, 1);
  return sum + value;
}
