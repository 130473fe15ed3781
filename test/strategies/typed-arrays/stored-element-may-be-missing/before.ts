export function copy(values: number[], text: string): boolean {
  const a: number[] = new Array(text.length).fill(0);
  for (let i = 0; i < text.length; i++) a[i] = values[i];
  return a[0] === undefined;
}
