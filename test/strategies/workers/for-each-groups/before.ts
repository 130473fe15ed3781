export function byLetters(words: string[]): Map<number, string[]> {
  const groups = new Map<number, string[]>();
  words.forEach((word) => {
    const letters = new Set(word.normalize('NFKD')).size;
    const group = groups.get(letters);
    if (group) group.push(word);
    else groups.set(letters, [word]);
  });
  return groups;
}
