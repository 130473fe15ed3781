interface Row {
  readonly id: number;
  readonly parent: number;
}

export function parents(rows: Row[], all: Row[]): (Row | undefined)[] {
  const found: (Row | undefined)[] = [];
  for (const row of rows) {
    found.push(all.find((one) => one.id === rows[row.parent]!.id));
  }
  return found;
}
