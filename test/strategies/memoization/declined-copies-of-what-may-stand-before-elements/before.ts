export function letters(text: string): number[] {
  const found = new Array<number>(26).fill(0);
  for (let i = 0; i < text.length; i++) found[text.charCodeAt(i) - 97]++;
  return found;
}
