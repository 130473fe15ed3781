export function smooth(values: readonly number[], mode: symbol): number[] {
  const factor = mode.description === 'gentle' ? 0.9 : 0.5;
  const smoothed = new Array<number>(values.length).fill(0);
  for (let index = 0; index < values.length; index++) {
    smoothed[index] = index === 0 ? 0 : smoothed[index - 1]! * factor + Math.sqrt(values[index]!);
  }
  return smoothed;
}
