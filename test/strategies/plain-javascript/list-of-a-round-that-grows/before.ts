interface Row {
  tags: string[];
}

export function matches(rows: Row[], wanted: string[]): string[][] {
  const found: string[][] = [];
  for (const row of rows) {
    const tags = row.tags.map((tag) => tag.toLowerCase());
    found.push(wanted.filter((one) => tags.includes(one)));
    tags.push('seen');
    found.push(wanted.filter((one) => tags.includes(one)));
  }
  return rows.map((row) => {
    const own = row.tags.slice();
    return wanted.filter((one) => own.includes(one));
  });
}
