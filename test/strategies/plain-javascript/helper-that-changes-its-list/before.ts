const waiting: number[] = [];

function doubled(x: number): number {
  if (waiting.length < 8) waiting.push(x * 2);
  if (x === 4) waiting.shift();
  if (x === 16) throw new RangeError('too many');
  return x * 2;
}

export function grown(xs: number[]): string {
  waiting.length = 0;
  for (const x of xs) waiting.push(x);
  const results = waiting.map(doubled);
  return `${results.join()} of ${waiting.join()}`;
}
