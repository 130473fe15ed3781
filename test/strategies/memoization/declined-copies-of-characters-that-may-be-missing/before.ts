export function pairs(text: string): number[] {
  const found = new Array<number>(128).fill(0);
  for (let i = 0; i < text.length; i++) found[text.charCodeAt(i + 1)]++;
  return found;
}
