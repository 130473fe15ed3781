export function total(values: number[]): number {
  let sum = 0;
  for (let i = 0; i < 10; i++) values.reduceRight((_, value) => (sum += value), 0);
  return sum;
}
