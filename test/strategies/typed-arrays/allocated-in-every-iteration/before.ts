export function windows(text: string): number {
  let total = 0;
  for (let i = 0; i < text.length; i++) {
    const pair: number[] = new Array(text.length).fill(0);
    pair[i] = 1;
    total += pair[0];
  }
  return total;
}
