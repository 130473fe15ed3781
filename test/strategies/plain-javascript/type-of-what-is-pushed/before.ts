export function doubled(values: number[]) {
  const out = [];
  for (const v of values) out.push(v * 2);
  return out;
}
