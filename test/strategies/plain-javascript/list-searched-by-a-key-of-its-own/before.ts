interface Entry {
  name: string;
  count: number;
}

export function counted(words: string[]): Entry[] {
  const entries = words.map((name) => ({ name, count: 0 }));
  for (const word of words) {
    const entry = entries.find((one) => one.name === word);
    if (entry !== undefined) {
      entry.count++;
      entry.name = entry.name.toUpperCase();
    }
  }
  return entries;
}
