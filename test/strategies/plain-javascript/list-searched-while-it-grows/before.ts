export function unique(values: number[]): number[] {
  const out: number[] = [];
  values.forEach((value) => {
    if (!out.includes(value)) out.push(value);
  });
  return out;
}
