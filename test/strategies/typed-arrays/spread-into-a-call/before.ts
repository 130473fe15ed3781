export function largest(text: string): number {
  const a: number[] = new Array(text.length).fill(0);
  for (let i = 0; i < text.length; i++) a[i] = text.charCodeAt(i);
  return Math.max(...a);
}
