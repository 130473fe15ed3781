export function grouped(words: string[], first: string[]): [Record<string, string[]>, number[], string[][]] {
  let groups: Record<string, string[]> = { a: first };
  for (const word of words) {
    groups = { ...groups, [`+${word}`]: [...(groups[`+${word}`] ?? []), word] };
  }
  let own: Record<number, string[]> = {};
  const before: string[][] = [];
  for (const word of words) {
    before.push(own[word.length] ?? []);
    own = { ...own, [word.length]: [...(own[word.length] ?? []), word] };
  }
  const lengths = words.reduce<Record<number, string[]>>(
    (acc, word) => ({ ...acc, [word.length]: [...(acc[word.length] ?? []), word] }),
    { 1: first },
  );
  return [groups, Object.keys(lengths).map(Number), before];
}
