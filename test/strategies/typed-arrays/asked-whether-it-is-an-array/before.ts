export function check(text: string): boolean {
  const a: number[] = new Array(text.length).fill(0);
  return Array.isArray(a);
}
