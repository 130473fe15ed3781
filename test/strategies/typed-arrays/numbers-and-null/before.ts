export function nullable(text: string): number {
  const a: (number | null)[] = new Array(text.length).fill(0);
  for (let i = 0; i < text.length; i++) a[i] = text[i] === 'x' ? null : i;
  return a.length;
}
