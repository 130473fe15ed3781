export function tables(source: number[][], n: number): number[][] {
  const rows: number[][] = [];
  for (let i = 0; i < source.length; i++) rows.push([...source[i]!]);
  for (let i = 0; i < n; i++) {
    rows[rows.length] = new Array(3).fill(i);
    rows.push([i, -i, i / 2]);
    rows.push(source[0]!.slice());
  }
  for (let i = 1; i < rows.length; i++) for (let j = 0; j < rows[i]!.length; j++) rows[i]![j]! += rows[i - 1]![j]!;
  return rows;
}
