export function evens(text: string): number {
  const found: number[] = [];
  for (let i = 0; i < text.length; i++) if (i % 2 === 0) found.push(i);
  return found.length;
}
