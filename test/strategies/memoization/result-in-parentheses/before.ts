const VOWELS = ['a', 'e', 'i', 'o', 'u'];

export function soundsOpen(word: string): boolean {
  const letters = [...word.toLowerCase()].filter((letter) => letter !== '-');
  return (
    letters.length > 0 &&
    letters.every((letter, i) => i % 2 === 0 || VOWELS.includes(letter))
  );
}
