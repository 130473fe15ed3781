function weigh(word: string): number {
  let sum = 0;
  for (let i = 0; i < word.length; i++) sum = (sum * 31 + word.charCodeAt(i)) % 1000003;
  return sum;
}

export const heaviest = (words: readonly string[]): number => Math.max(0, ...words.map(weigh));
