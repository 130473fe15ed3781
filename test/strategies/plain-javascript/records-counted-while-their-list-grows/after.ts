interface Entry {
  readonly word: string;
  count: number;
}

export function countWords(text: string): Entry[] {
  const entries: Entry[] = [];
  const entryPlacesByWord = new Map<string, number>();
  const lengths: { length: number }[] = [];
  const lengthLengths = new Set<number>();
  for (const word of text.split(' ')) {
    const index = entryPlacesByWord.get(word) ?? -1;
    if (index === -1) {
      entries.push({ word, count: 1 });
      entryPlacesByWord.set(word, entries.length - 1);
    } else {
      entries[index]!.count++;
    }
    if (!lengthLengths.has(word.length)) {
      lengths.push({ length: word.length });
      lengthLengths.add(word.length);
    }
  }
  entries.reverse();
  return entries.slice(0, lengths.length);
}
