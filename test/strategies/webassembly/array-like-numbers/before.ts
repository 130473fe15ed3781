export function spread(values: ArrayLike<number>, width: number): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    for (let j = Math.max(0, i - width); j < i; j++) sum += Math.sqrt(Math.abs(values[i]! - values[j]!));
  }
  return sum;
}
