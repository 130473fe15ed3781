interface Row {
  readonly id: number;
  readonly total: number;
}

export function totals(rows: Row[], all: Row[]): number {
  let sum = 0;
  for (let i = 0; i < rows.length; i++) {
    const next = rows[i + 1];
    sum += all.find((one) => one.id === rows[i]!.id)?.total ?? 0;
    if (next === undefined) continue;
    sum -= all.find((one) => one.id === next.id)?.total ?? 0;
  }
  return sum;
}
