export function waysToBracket(text: string): number {
  const ways = new Float64Array(text.length + 1);
  ways[0] = 1;
  for (let i = 1; i <= text.length; i++) {
    ways[i] = 0;
    for (let j = 0; j < i; j++) ways[i] += ways[j]! * ways[i - 1 - j]!;
  }
  return ways[text.length]!;
}
