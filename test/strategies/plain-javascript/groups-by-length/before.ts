export function byLength(words: string[]): Record<number, string[]> {
  return words.reduce<Record<number, string[]>>(
    (acc, word) => ({ ...acc, [word.length]: [...(acc[word.length] ?? []), word] }),
    {},
  );
}
