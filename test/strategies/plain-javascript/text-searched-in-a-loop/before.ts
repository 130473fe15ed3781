export function vowels(text: string): number {
  let count = 0;
  for (const letter of text) if ('aeiou'.includes(letter)) count++;
  return count;
}
