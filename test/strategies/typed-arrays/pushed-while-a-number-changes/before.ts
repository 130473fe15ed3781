export function countdown(left: number[], rounds: number): number {
  const seen: number[] = [];
  for (let i = 0; i < (left[0]! & 1023); i++) {
    seen.push(i);
    left[0] = left[0]! - 1;
  }
  let sum = 0;
  for (let r = 0; r < rounds; r++) for (let i = 0; i < seen.length; i++) sum += seen[i]!;
  return sum + seen.length;
}
