export function peek(text: string, key: 'length' | 'first'): number {
  const a: number[] = new Array(text.length).fill(0);
  for (let i = 0; i < text.length; i++) a[i] = i;
  return (a as unknown as Record<string, number>)[key];
}
