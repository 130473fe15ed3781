export function paragraphs(words: string[]): string {
  const text = words
    .map((word) => word.trim())
    .join(`
.`);
  return text;
}
