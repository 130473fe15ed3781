export function squares(n: number): readonly number[] {
  const out: number[] = [];
  for (let i = 0; i < n; i++) out.push(i * i);
  Object.freeze(out);
  return out;
}
