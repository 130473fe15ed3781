export function template(rows: { a: string; b: number }[], keys: { id: string; v: number }[]) {
  const keysById = new Map<string, { id: string; v: number }>();
  keys.forEach((k) => {
    if (!keysById.has(k.id)) keysById.set(k.id, k);
  });
  return rows.map((r) => keysById.get(`${r.a}-${r.b}`)?.v ?? 0);
}
