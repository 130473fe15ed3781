const word = /\w+/g;

export function count(text: string): number {
  let words = 0;
  while (word.test(text)) words++;
  return words;
}
