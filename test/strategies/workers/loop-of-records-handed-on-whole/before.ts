export interface Row {
  readonly id: number;
  readonly score: number;
}

function described(row: Row): string {
  const same: { readonly id: number } = row;
  let text = '';
  for (let i = 0; i < 100; i++) text += (row.score * i) % 7;
  return JSON.stringify(same) + text;
}

export function describeAll(rows: readonly Row[]): string[] {
  const texts: string[] = [];
  for (const row of rows) texts.push(described(row));
  return texts;
}
