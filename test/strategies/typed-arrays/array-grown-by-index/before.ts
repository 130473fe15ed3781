export function squares(text: string): number {
  const found: number[] = [];
  for (let i = 0; i < text.length; i++) if (text[i] !== ' ') found[i] = i * i;
  return found.length;
}
