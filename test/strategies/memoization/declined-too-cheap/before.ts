export function hypotenuse(a: number, b: number): number {
  if (a === 0) return b;
  return Math.sqrt(a * a + b * b);
}
