export function wordsIn(line: string): number {
  return line.split(' ').length;
}

export function slow(n: number): number {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += wordsIn(`${'a '.repeat(i)}`);
  return sum;
}
