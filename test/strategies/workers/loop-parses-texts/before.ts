export interface Row {
  id: number;
  tags: string[];
}

export function parseAll(texts: string[]): Row[] {
  const rows: Row[] = [];
  for (const text of texts) {
    const row = JSON.parse(text) as Row;
    row.tags.sort();
    rows.push(row);
  }
  return rows;
}
