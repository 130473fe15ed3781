// Under '__proto__' an object becomes the prototype, of the copy only as long as it is not copied again.
export function byName(rows: { name: string; count: number }[]): Record<string, { count: number }> {
  let all: Record<string, { count: number }> = {};
  for (const row of rows) {
    all = Object.assign({}, all, { [row.name]: { count: row.count } });
  }
  return all;
}
