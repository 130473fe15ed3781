export function total(values: number[]): number {
  let sum = 0;
  for (let i = 0; i < 10; i++) values.forEach((value) => {
    sum += value;
  });
  return sum;
}
