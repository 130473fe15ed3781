/** The sum of the digits, and the largest of them. */
export function digitSum(n: number): number {
  const sum = String(n).split('').map(Number).reduce((a, b) => a + b, 0);
  const largest = String(n).split('').map((digit) => Number(digit)).sort().slice().reduce((a, b) => Math.max(a, b), 0);
  return sum * 10 + largest;
}
