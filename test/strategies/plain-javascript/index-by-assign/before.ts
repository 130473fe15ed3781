export function countByName(rows: { name: string; count: number }[]): Record<string, number> {
  return rows.reduce((all, row) => Object.assign({}, all, { [row.name]: row.count }), {} as Record<string, number>);
}
