interface Row {
  readonly id: number;
  readonly name: string;
}

export function distinct(rows: Row[], names: string[]): [Row[], string[]] {
  const rowPlacesById = new Map<number, number>();
  rows.forEach((one, index) => {
    if (Number.isNaN(one.id)) return; // equals nothing
    if (!rowPlacesById.has(one.id)) rowPlacesById.set(one.id, index);
  });
  const first = rows.filter((row, index) => (rowPlacesById.get(row.id) ?? -1) === index);
  const namePlaces = new Map<string, number>();
  names.forEach((name, index) => {
    if (!namePlaces.has(name)) namePlaces.set(name, index);
  });
  const rare = names.filter((name, index, self) => (namePlaces.get(name) ?? -1) === index && self.length > 1);
  return [first, rare];
}
