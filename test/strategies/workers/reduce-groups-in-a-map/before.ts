function digitSum(n: number): number {
  let sum = 0;
  for (let rest = Math.abs(n); rest > 0; rest = Math.floor(rest / 10)) sum += rest % 10;
  return sum;
}

export function byDigitSum(numbers: number[]): Map<number, number> {
  const largest = numbers.reduce((best, n) => {
    const sum = digitSum(n);
    const known = best.get(sum);
    best.set(sum, known === undefined ? 1 : Math.max(known, sum) + 1);
    return best;
  }, new Map<number, number>());
  return largest;
}
