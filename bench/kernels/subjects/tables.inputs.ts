const text = (n: number, random: () => number): string =>
  Array.from({ length: n }, () => String.fromCharCode(97 + Math.floor(random() * 4))).join('');
const integers = (n: number, random: () => number): number[] =>
  Array.from({ length: n }, () => 1 + Math.floor(random() * 60));

export default {
  editDistance: { sizes: [300], args: (n: number, random: () => number) => [text(n, random), text(n, random)] },
  longestCommon: { sizes: [300], args: (n: number, random: () => number) => [text(n, random), text(n, random)] },
  knapsack: {
    sizes: [100],
    args: (n: number, random: () => number) => [integers(n, random), integers(n, random), 1000],
  },
};
