function smoothness(values: readonly number[], at: number, reach: number): number {
  let sum = 0;
  for (let k = 1; k <= reach; k++) sum += Math.sqrt(Math.abs(values[at + k]! - values[at]!) / k);
  return sum;
}

/** How much each value differs from those after it, as far as there are enough of them. */
export function roughness(values: readonly number[], reach: number): number[] {
  const out: number[] = [];
  for (let i = 0; i < values.length - 2 * reach; i++) out.push(smoothness(values, i, reach));
  return out;
}
