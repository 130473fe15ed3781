const values = Array.from({ length: 40 }, (_, i) => (i * 37) % 41);
export default { calls: () => [[values, [1, 2, 3]], [[], [1]], [[5], []]] };
