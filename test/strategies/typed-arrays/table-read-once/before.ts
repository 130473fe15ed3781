export function total(table: number[][]): number {
  const width = table[0]!.length;
  let sum = 0;
  for (let i = 0; i < table.length; i++) {
    for (let j = 0; j < width; j++) sum += table[i]![j]!;
  }
  return sum;
}
