interface Entry {
  name: string;
  count: number;
}

export function counted(words: string[]): Entry[] {
  const entries = new Array<{ name: string; count: number; }>(words.length);
  for (let i = 0; i < words.length; i++) {
    if (!(i in words)) continue; // map skips holes
    const name = words[i]!;
    entries[i] = { name, count: 0 };
  }
  for (const word of words) {
    const entry = entries.find((one) => one.name === word);
    if (entry !== undefined) {
      entry.count++;
      entry.name = entry.name.toUpperCase();
    }
  }
  return entries;
}
