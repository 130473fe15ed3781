/** With so much beside the calls that a module is worth while. */
export function integral(steps: number, from: number, to: number): number {
  const width = (to - from) / steps;
  let area = 0;
  for (let i = 0; i < steps; i++) {
    const x = from + (i + 0.5) * width;
    area += (Math.sin(x) * Math.exp(-x) + x ** 1.5 + Math.pow(x, 2) + Math.hypot(x, 1) + Math.fround(x) + Math.sqrt(x)) * width;
    for (let k = 1; k <= 40; k++) area += (x - k) / (x * x + k);
  }
  return area;
}
