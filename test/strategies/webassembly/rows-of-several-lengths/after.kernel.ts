import { pascalKernel } from './before.pascal.wasm.ts';

export function pascal(n: number, isSquare: boolean): number[][] {
  const fast = pascalKernel(n, isSquare);
  if (fast !== undefined) return fast;
  const rows: number[][] = [];
  for (let i = 0; i < n; i++) {
    rows.push([]);
    const width = isSquare ? n : i + 1;
    for (let j = 0; j < width; j++) {
      if (j === 0 || i === 0) rows[i]!.push(1);
      else rows[i]!.push(rows[i - 1]![j - 1]! + (j < rows[i - 1]!.length ? rows[i - 1]![j]! : 0));
    }
  }
  return rows;
}
