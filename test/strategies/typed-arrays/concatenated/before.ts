export function join(text: string): number {
  const a: number[] = new Array(text.length).fill(0);
  return a.concat([1, 2]).length;
}
