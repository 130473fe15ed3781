/** How much the rows have in common, once each has its weight at its end. */
export function likeness(rows: number[][], weights: number[]): number {
  const wide = rows.map((row, i) => [...row, weights[i]!, row.filter((value) => value > 1).length]);
  let sum = 0;
  for (const a of wide) for (const b of wide) for (let k = 0; k < a.length; k++) sum += a[k]! * b[k]!;
  return sum;
}
