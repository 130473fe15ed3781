export function chain(words: string[]): unknown {
  return words.reduce<Record<string, unknown>>((all, word) => ({ ...all, [word]: all }), {});
}
