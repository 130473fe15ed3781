// Measurements of a sensor. The page that shows them asks again for the latest list before it moves on to a new one.
function measurements(n: number, random: () => number): number[] {
  return Array.from({ length: n }, () => random() * 200 - 100);
}

export default {
  squares: {
    sizes: [1_000, 20_000, 200_000],
    args: (n: number, random: () => number) => [measurements(n, random)],
    sequence: (n: number, random: () => number) => {
      const first = measurements(n, random);
      const second = measurements(n, random);
      return [[first], [first], [second], [first], [second]];
    },
  },
};
