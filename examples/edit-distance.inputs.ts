// A spelling checker: the words that people type come back often, and each is held against the same few suggestions.
const letters = 'eeeeaaarrriiioootttnnnsslllcuudpmhgbfywkvxzjq';

function word(length: number, random: () => number): string {
  return Array.from({ length }, () => letters[Math.floor(random() * letters.length)]).join('');
}

/** The word with about one letter in ten mistyped. */
function mistyped(correct: string, random: () => number): string {
  return Array.from(correct, (letter) => (random() < 0.1 ? word(1, random) : letter)).join('');
}

export default {
  editDistance: {
    sizes: [8, 64, 512],
    args: (n: number, random: () => number) => {
      const correct = word(n, random);
      return [mistyped(correct, random), correct];
    },
    sequence: (n: number, random: () => number) => {
      const vocabulary = Array.from({ length: 4 }, () => word(n, random));
      const typed = vocabulary.map((correct) => mistyped(correct, random));
      return Array.from({ length: 16 }, () => [
        typed[Math.floor(random() * typed.length)],
        vocabulary[Math.floor(random() * vocabulary.length)],
      ]);
    },
  },
};
