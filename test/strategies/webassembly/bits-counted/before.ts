export function countBits(words: Uint32Array): number {
  let total = 0;
  for (const word of words) {
    let rest = word;
    while (rest !== 0) {
      rest &= rest - 1;
      total++;
    }
  }
  return total;
}
