interface Row {
  readonly id: number;
  readonly total: number;
}

export function totals(rows: Row[], all: Row[]): number {
  let sum = 0;
  const allById = new Map<number, Row>();
  all.forEach((one) => {
    if (Number.isNaN(one.id)) return; // equals nothing
    if (!allById.has(one.id)) allById.set(one.id, one);
  });
  for (let i = 0; i < rows.length; i++) {
    const next = rows[i + 1];
    sum += allById.get(rows[i]!.id)?.total ?? 0;
    if (next === undefined) continue;
    sum -= allById.get(next.id)?.total ?? 0;
  }
  return sum;
}
