export function firstDear(from: number, most: number, limit: number): string {
  for (let i = 0; i < most; i++) {
    if ((from + i) % 7 === 3) continue;
    let sum = 0;
    for (let k = 1; k < 50; k++) {
      if (k % 5 === 0) continue;
      sum += Math.sqrt(from + i + k) / k;
    }
    if (sum < 0) throw new RangeError(`negative at ${i}`);
    if (sum > limit) return `number ${i}`;
  }
  return 'none';
}
