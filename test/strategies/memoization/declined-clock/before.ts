export function age(born: number): number {
  let years = 0;
  for (let t = born; t < Date.now(); t += 31_557_600_000) years++;
  return years;
}
