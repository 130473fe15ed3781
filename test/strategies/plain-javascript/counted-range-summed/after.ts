export function harmonic(n: number): number {
  const count = Math.max(0, Math.trunc(n) || 0);
  if (count > 4294967295) throw new RangeError('Invalid array length');
  let s = 0;
  for (let k = 0; k < count; k++) {
    const x = 1 / (k + 1);
    s += x;
  }
  return s;
}
