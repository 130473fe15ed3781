export function prefixes(n: number): string[] {
  const texts = new Array<string>(Math.max(0, Math.ceil(n) || 0));
  for (let i = 0; i < n; i += 1) texts[i] = i === 0 ? 'a' : `${texts[i - 1]}b`;
  return texts;
}
