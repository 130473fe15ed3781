export function paragraphs(words: string[]): string {
  const result = new Array<string>(words.length);
  for (let i = 0; i < words.length; i++) {
    if (!(i in words)) continue; // map skips holes
    const word = words[i]!;
    result[i] = word.trim();
  }
  const text = result
    .join(`
.`);
  return text;
}
