/** How deep each text is nested, where round brackets hold square ones and the other way round. */
export function depths(texts: readonly string[], deepest: number): number[] {
  const round = (text: string, at: number, depth: number): number => {
    if (depth > deepest) throw new RangeError(`Too deep: ${text}`);
    const next = text.indexOf('[', at);
    return next < 0 ? depth : square(text, next + 1, depth + 1);
  };
  const square = (text: string, at: number, depth: number): number => {
    const next = text.indexOf('(', at);
    return next < 0 ? depth : round(text, next + 1, depth + 1);
  };
  return texts.map((text) => round(text, 0, 0));
}
