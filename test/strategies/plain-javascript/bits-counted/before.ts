export function countBits(words: Uint32Array): number {
  let count = 0;
  for (const word of words) {
    let rest = word;
    for (let bit = 0; bit < 32; bit++) {
      count += rest & 1;
      rest >>>= 1;
    }
  }
  return count;
}
