export function clear(text: string): number {
  const a: number[] = new Array(text.length).fill(0);
  a.length = 0;
  return a.length;
}
