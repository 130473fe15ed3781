export function rows(n: number): number {
  let sum = 0;
  for (let i = 0; i < n; i++) {
    const row = new Float64Array(n);
    for (let j = 0; j < n; j++) row[j] = i * j;
    sum += row[n - 1];
  }
  return sum;
}
