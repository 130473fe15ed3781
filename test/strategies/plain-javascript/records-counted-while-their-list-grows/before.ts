interface Entry {
  readonly word: string;
  count: number;
}

export function countWords(text: string): Entry[] {
  const entries: Entry[] = [];
  const lengths: { length: number }[] = [];
  for (const word of text.split(' ')) {
    const index = entries.findIndex((entry) => entry.word === word);
    if (index === -1) {
      entries.push({ word, count: 1 });
    } else {
      entries[index]!.count++;
    }
    if (!lengths.some(({ length }) => length === word.length)) lengths.push({ length: word.length });
  }
  entries.reverse();
  return entries.slice(0, lengths.length);
}
