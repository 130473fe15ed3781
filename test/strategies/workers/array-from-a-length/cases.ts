export default { calls: () => [[60, 20], [0, 5], [1, 1], [-4, 2], [7.9, 2], [Number.NaN, 1], [100, 3], [Number.POSITIVE_INFINITY, 1]] };
