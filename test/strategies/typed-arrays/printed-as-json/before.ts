export function dump(text: string): string {
  const a: number[] = new Array(text.length).fill(0);
  for (let i = 0; i < text.length; i++) a[i] = i;
  return JSON.stringify(a);
}
