export function checker(allowed: string[]): (words: string[]) => boolean {
  return (words) => words.every((word) => allowed.includes(word));
}
