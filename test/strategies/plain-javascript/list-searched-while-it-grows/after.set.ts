export function unique(values: number[]): number[] {
  const out: number[] = [];
  const outSet = new Set<number>();
  values.forEach((value) => {
    if (!outSet.has(value)) {
      out.push(value);
      outSet.add(value);
    }
  });
  return out;
}
