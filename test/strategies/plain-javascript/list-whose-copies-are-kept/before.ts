export function prefixes(words: Set<string>): string[][] {
  const all: string[][] = [];
  let current: string[] = [];
  for (const word of words) {
    current = [...current, word];
    all.push(current);
  }
  return all;
}
