export function countKnown(words: string[], text: string): number {
  const stop = text.split(' ');
  let count = 0;
  for (const word of words) {
    // Stop words do not count.
    if (stop.includes(word) && word !== 'x') count++;
  }
  return count;
}
