export function hole(text: string): number {
  const a: number[] = new Array(text.length).fill(0);
  delete a[0];
  return a.length;
}
