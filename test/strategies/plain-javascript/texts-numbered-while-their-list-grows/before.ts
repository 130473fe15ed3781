export function encode(values: readonly string[], skipped: readonly number[]): { codes: number[]; names: string[]; gaps: number[] } {
  const names: string[] = [];
  const gaps: number[] = [];
  const codes = values.map((value) => {
    const known = names.indexOf(value);
    if (known !== -1) return known;
    names.push(value);
    return names.length - 1;
  });
  for (const gap of skipped) {
    if (gaps.indexOf(gap) < 0) gaps.push(gap);
  }
  return { codes, names, gaps };
}
