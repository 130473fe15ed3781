export function distance(a: number[], b: number[]): number {
  const row = new Float64Array(b.length + 1);
  let early = 0;
  for (let i = 1; i <= a.length; i++) {
    if (i < 5) early += i;
    row[0] = i;
    for (let j = 1; j <= b.length; j++) row[j] = row[j - 1] + 1;
  }
  return row[b.length] + early;
}
