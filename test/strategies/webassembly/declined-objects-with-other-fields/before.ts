export function extremes(values: number[]): { least: number; most: number } | { count: number } {
  let [least, most] = [Infinity, -Infinity];
  for (const value of values) {
    for (let i = 0; i < values.length; i++) {
      if (value * values[i]! < least) least = value * values[i]!;
      if (value * values[i]! > most) most = value * values[i]!;
    }
  }
  if (least > most) return { count: values.length };
  return { least, most };
}
