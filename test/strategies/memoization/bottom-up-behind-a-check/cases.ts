export default { calls: () => [[0], [-0], [1], [2], [3], [20], [-1], [2.5], [Number.NaN]] };
