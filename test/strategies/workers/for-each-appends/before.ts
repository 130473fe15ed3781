interface Row {
  readonly name: string;
  readonly value: number;
}

/** Rows of the lines that hold two fields. */
export function parseRows(lines: string[], separator: string): Row[] {
  const rows: Row[] = [];
  lines.forEach((line) => {
    const fields = line.split(separator);
    const [name, value] = fields;
    if (fields.length !== 2 || name === undefined || value === undefined) return;
    rows.push({ name: name.trim(), value: Number(value) });
    if (value.endsWith('*')) rows.push({ name, value: JSON.parse(value.slice(0, -1)) as number });
  });
  return rows;
}
