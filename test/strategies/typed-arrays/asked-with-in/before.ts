export function has(text: string): boolean {
  const a: number[] = new Array(text.length).fill(0);
  return 3 in a;
}
