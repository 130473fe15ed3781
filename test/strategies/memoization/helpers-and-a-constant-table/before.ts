const WEIGHTS = [3, 1, 4, 1, 5];

function weight(letter: string): number {
  return WEIGHTS[letter.charCodeAt(0) % WEIGHTS.length] ?? 0;
}

const total = (text: string): number => [...text].reduce((sum, letter) => sum + weight(letter), 0);

export const checksum = (text: string): number => total(text) % 97;
