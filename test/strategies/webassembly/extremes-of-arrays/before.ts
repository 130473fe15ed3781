/** The longest rising run of numbers that need not stand side by side, less how far the numbers lie apart. */
export function longestRise(numbers: number[]): number {
  const lengths: number[] = Array(numbers.length).fill(1);
  const lowest = Math.min(...numbers);
  if (lowest === -1) return numbers.length;
  for (let i = 1; i < numbers.length; i++) {
    for (let j = 0; j < i; j++) {
      if (numbers[j]! < numbers[i]!) lengths[i] = Math.max(lengths[i]!, lengths[j]! + 1);
    }
  }
  if (lowest > 0) return Math.max(...lengths);
  return 1 / lowest;
}
