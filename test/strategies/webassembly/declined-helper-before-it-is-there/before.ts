/** The second round of the inner loop would find the function, the first one does not: it has no value yet. */
export function total(n: number): number {
  let sum = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      if (i === 0) sum += weight(j);
      const weight = (k: number) => k * 0.5;
      sum += weight(i);
    }
  }
  return sum;
}
