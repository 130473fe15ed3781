export function weigh(values: readonly number[], mode: symbol): number[] {
  const factor = mode.description === 'gentle' ? 0.9 : 0.5;
  return values.map((value, index, all) => (Math.sqrt(value) * factor ** index) / all.length);
}
