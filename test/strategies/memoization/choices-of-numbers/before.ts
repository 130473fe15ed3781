export function scaled(by: 1 | 2 | 4, step?: 3 | 'none'): number {
  let sum = 0;
  for (let i = 1; i < 500; i++) sum += Math.sqrt(i) / by;
  return step === 3 ? sum / step : sum;
}
