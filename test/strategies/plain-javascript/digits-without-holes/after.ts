/** The sum of the digits, and the largest of them. */
export function digitSum(n: number): number {
  const items = String(n).split('').map(Number);
  let sum = 0;
  for (let i = 0; i < items.length; i++) {
    const b = items[i]!;
    sum += b;
  }
  const items2 = String(n).split('').map((digit) => Number(digit)).sort().slice();
  let largest = 0;
  for (let i = 0; i < items2.length; i++) {
    const b = items2[i]!;
    largest = Math.max(largest, b);
  }
  return sum * 10 + largest;
}
