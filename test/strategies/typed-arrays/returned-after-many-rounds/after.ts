/** Heat spreads along a rod. */
export function spread(values: number[], rounds: number): number[] {
  const heat = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) heat[i] = values[i]! * 1;
  for (let round = 0; round < rounds; round++) {
    for (let i = 1; i < values.length - 1; i++) {
      heat[i] = (heat[i - 1]! + heat[i]! + heat[i + 1]!) / 3;
    }
  }
  const plain = new Array<number>(heat.length);
  for (let k = 0; k < plain.length; k++) plain[k] = heat[k]!;
  return plain;
}
