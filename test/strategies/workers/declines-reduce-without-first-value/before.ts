function cost(x: number): number {
  if (x < 0) throw new RangeError(`negative: ${x}`);
  let sum = 0;
  for (let k = 1; k < 50; k++) sum += Math.sqrt(x + k) / k;
  return sum;
}

export function dearest(xs: (number | { weight: number })[], at: RegExp): unknown {
  return xs.reduce((most, x) => (typeof x === 'number' && typeof most === 'number' && cost(x) > most ? x : most));
}
