export function nearestSmaller(values: number[]): number {
  const from: number[] = [];
  for (let i = 0; i < values.length; i++) {
    let j = i - 1;
    while (j >= 0 && values[j]! >= values[i]!) j--;
    if (j < 0) {
      from[i] = 0;
    } else {
      from[i] = values[j]!;
    }
  }
  let sum = 0;
  for (let i = 0; i < from.length; i++) for (let j = 0; j < i; j++) sum += Math.abs(from[i]! - from[j]!);
  return sum;
}
