export function encode(values: readonly string[], skipped: readonly number[]): { codes: number[]; names: string[]; gaps: number[] } {
  const names: string[] = [];
  const namePlaces = new Map<string, number>();
  const gaps: number[] = [];
  const gapsSet = new Set<number>();
  const codes = values.map((value) => {
    const known = namePlaces.get(value) ?? -1;
    if (known !== -1) return known;
    names.push(value);
    namePlaces.set(value, names.length - 1);
    return names.length - 1;
  });
  for (const gap of skipped) {
    if (!gapsSet.has(gap)) {
      gaps.push(gap);
      if (!Number.isNaN(gap)) gapsSet.add(gap); // NaN equals nothing
    }
  }
  return { codes, names, gaps };
}
