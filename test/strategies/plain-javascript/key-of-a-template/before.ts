export function template(rows: { a: string; b: number }[], keys: { id: string; v: number }[]) {
  return rows.map((r) => keys.find((k) => k.id === `${r.a}-${r.b}`)?.v ?? 0);
}
