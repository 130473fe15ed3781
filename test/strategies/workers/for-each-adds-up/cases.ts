const xs = Array.from({ length: 50 }, (_, i) => (i * 7919) % 101);
// biome-ignore lint/suspicious/noSparseArray: holes are left out by forEach
const holes = [1, , 3, undefined, 5];
export default { calls: () => [[xs, 0], [[], 3], [[1, -1, -2], 5], [[0.1, 0.2, 1e17], -0], [holes, 1], [[Number.NaN], 1]] };
