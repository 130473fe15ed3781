export function prefixes(n: number): string[] {
  const texts: string[] = [];
  for (let i = 0; i < n; i += 1) texts.push(i === 0 ? 'a' : `${texts[i - 1]}b`);
  return texts;
}
