export function stepsBelow(n: number, most: number): number {
  const steps = new Array<number>(n + 1);
  for (let i = 0; i <= n; i++) {
    if (i > most) return -1;
    steps[i] = i * i;
  }
  let sum = 0;
  for (let r = 0; r < most; r++) for (let i = 0; i <= n; i++) sum += steps[i]!;
  return sum;
}
