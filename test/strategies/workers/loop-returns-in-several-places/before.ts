export interface Row {
  id: string;
  values: number[];
}

function cost(x: number): number {
  if (x < 0) throw new RangeError(`negative: ${x}`);
  let sum = 0;
  for (let k = 1; k < 50; k++) sum += Math.sqrt(x + k) / k;
  return sum;
}

export function firstFault(rows: Row[], limit: number): string | undefined {
  for (const row of rows) {
    // Nothing to check.
    if (row.values.length === 0) return `${row.id} is empty`;
    for (const value of row.values) {
      if (cost(value) > limit) {
        return `${row.id} holds ${value}`;
      }
    }
  }
  return undefined;
}
