export function template(rows: { a: string; b: number }[], keys: { id: string; v: number }[]) {
  const result = new Array<number>(rows.length);
  for (let i = 0; i < rows.length; i++) {
    if (!(i in rows)) continue; // map skips holes
    const r = rows[i]!;
    result[i] = keys.find((k) => k.id === `${r.a}-${r.b}`)?.v ?? 0;
  }
  return result;
}
