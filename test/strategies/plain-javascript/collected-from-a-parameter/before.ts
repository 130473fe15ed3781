export function addAll(start: Record<string, number>, words: string[]): Record<string, number> {
  let counts = start;
  for (const word of words) {
    counts = { ...counts, [word]: word.length };
  }
  return counts;
}
