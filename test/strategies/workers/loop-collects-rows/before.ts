export interface Row {
  id: number;
  label: string;
}

export function table(count: number, prefix: string): Row[] {
  const rows: Row[] = [];
  for (let i = 0; i < count; i++) {
    let label = prefix;
    for (let k = 0; k < i % 5; k++) label += String(k);
    const row = { id: i, label };
    rows.push(row);
  }
  return rows;
}
