export function longest(words: readonly string[]): number {
  const most = (from: number, left: number): number => {
    const word = words[from];
    if (word === undefined || left < 0) return 0;
    return Math.max(most(from + 1, left), 1 + most(from + 1, left - word.length));
  };
  const all = most(0, 10);
  words = words.slice(1);
  return all + most(0, 10);
}
