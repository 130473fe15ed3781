export function unique(values: number[]): number[] {
  const out: number[] = [];
  const count = values.length;
  for (let i = 0; i < count; i++) {
    if (!(i in values)) continue; // forEach skips holes
    const value = values[i]!;
    if (!out.includes(value)) out.push(value);
  }
  return out;
}
