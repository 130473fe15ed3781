export function numbers(texts: string[]): number[] {
  return texts.map(parseInt);
}
