export function byLength(words: string[]): Record<number, string[]> {
  const acc: Record<number, string[]> = {};
  for (let i = 0; i < words.length; i++) {
    if (!(i in words)) continue; // reduce skips holes
    const word = words[i]!;
    (acc[word.length] ??= []).push(word);
  }
  return acc;
}
