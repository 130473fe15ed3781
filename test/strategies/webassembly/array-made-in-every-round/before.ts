export function rows(n: number, m: number): number {
  let sum = 0;
  for (let i = 0; i < n; i++) {
    const row = new Float64Array(m - i);
    const seen: number[] = new Array(i).fill(-1);
    for (let j = 0; j < row.length; j++) row[j] = row[j]! + i * j;
    for (let j = 0; j < i; j++) sum += seen[j]!;
    seen.push(i);
    sum += row[row.length - 1]! + seen[i]! + seen.length;
  }
  return sum;
}
