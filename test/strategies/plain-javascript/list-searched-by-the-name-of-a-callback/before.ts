interface Row {
  readonly id: number;
  readonly name: string;
}

export function distinct(rows: Row[], names: string[]): [Row[], string[]] {
  const first = rows.filter((row, index, all) => all.findIndex((one) => one.id === row.id) === index);
  const rare = names.filter((name, index, self) => self.indexOf(name) === index && self.length > 1);
  return [first, rare];
}
