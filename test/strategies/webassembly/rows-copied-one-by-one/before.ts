/** The lower and the upper triangle of a square table in one, and how far the table itself was from them on its diagonal. */
export function decompose(table: number[][]): number[][] {
  const both = table.map((row) => row.slice());
  const before = both.map((row) => [...row]);
  for (let k = 0; k < both.length; k++) {
    for (let i = k + 1; i < both.length; i++) {
      both[i]![k]! /= both[k]![k]!;
      for (let j = k + 1; j < both.length; j++) both[i]![j]! -= both[i]![k]! * both[k]![j]!;
    }
    both[k]![k]! += (before[k]![k]! - table[k]![k]!) * before[0]![k]!;
  }
  return both;
}
