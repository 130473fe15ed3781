// A way through a place with a negative loop changes the very element that the other lanes read.
const weights = (n: number, at: (i: number) => number) => Float64Array.from({ length: n * n }, (_, i) => at(i));
export default {
  calls: () => [
    [weights(3, (i) => i), 3],
    [weights(9, (i) => (i * 7) % 13), 9],
    [weights(9, (i) => ((i * 7) % 13) - 3), 9],
    [weights(13, (i) => (i % 14 === 0 ? -1 : Math.sin(i))), 13],
    [weights(8, (i) => (i % 5 === 0 ? Number.NaN : i % 3 === 0 ? -0 : 0)), 8],
    [weights(8, () => Infinity), 8],
    [weights(4, (i) => i), 6],
    [weights(4, (i) => -i), 2],
    [weights(4, (i) => i), 0],
    [weights(4, (i) => i), 2.5],
  ],
};
