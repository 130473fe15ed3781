export function grouped(words: string[], first: string[]): [Record<string, string[]>, number[], string[][]] {
  const groups: Record<string, string[]> = { a: first };
  for (const word of words) {
    groups[`+${word}`] = [...(groups[`+${word}`] ?? []), word];
  }
  const own: Record<number, string[]> = {};
  const before = new Array<string[]>(words.length);
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    before[i] = own[word.length] ?? [];
    own[word.length] = [...(own[word.length] ?? []), word];
  }
  const lengths: Record<number, string[]> = { 1: first };
  for (let i = 0; i < words.length; i++) {
    if (!(i in words)) continue; // reduce skips holes
    const word = words[i]!;
    lengths[word.length] = [...(lengths[word.length] ?? []), word];
  }
  return [groups, Object.keys(lengths).map(Number), before];
}
