/** Each number of each row, weighed by all weights and its place. */
export function weighed(table: number[][], weights: number[]): number[][] {
  return table.map((row) =>
    row.map((value, place) => {
      let sum = place;
      for (const weight of weights) sum += value * weight;
      return sum;
    }),
  );
}
