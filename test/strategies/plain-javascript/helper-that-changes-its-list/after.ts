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
  const count = waiting.length;
  const results = new Array<number>(count);
  for (let i = 0; i < count; i++) {
    if (!(i in waiting)) continue; // map skips holes
    results[i] = doubled(waiting[i]!);
  }
  return `${results.join()} of ${waiting.join()}`;
}
