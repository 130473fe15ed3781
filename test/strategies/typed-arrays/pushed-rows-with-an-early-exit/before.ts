export function some(text: string): number {
  const g: number[][] = [];
  for (let i = 0; i < text.length; i++) {
    if (text[i] === 'x') break;
    g.push(new Array(text.length).fill(0));
  }
  return g.length;
}
