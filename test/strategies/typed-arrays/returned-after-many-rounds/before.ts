/** Heat spreads along a rod. */
export function spread(values: number[], rounds: number): number[] {
  const heat: number[] = new Array(values.length).fill(0);
  for (let i = 0; i < values.length; i++) heat[i] = values[i]! * 1;
  for (let round = 0; round < rounds; round++) {
    for (let i = 1; i < values.length - 1; i++) {
      heat[i] = (heat[i - 1]! + heat[i]! + heat[i + 1]!) / 3;
    }
  }
  return heat;
}
