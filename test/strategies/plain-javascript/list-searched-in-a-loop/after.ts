export function countKnown(words: string[], text: string): number {
  const stop = text.split(' ');
  let count = 0;
  const stopSet = new Set(stop);
  for (const word of words) {
    // Stop words do not count.
    if (stopSet.has(word) && word !== 'x') count++;
  }
  return count;
}
