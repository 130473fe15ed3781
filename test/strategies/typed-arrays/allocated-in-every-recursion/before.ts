export function merge(text: string): number {
  const buffer: number[] = new Array(text.length).fill(0);
  for (let i = 0; i < text.length; i++) buffer[i] = i;
  return text.length < 2 ? 0 : merge(text.slice(1)) + buffer[0];
}
