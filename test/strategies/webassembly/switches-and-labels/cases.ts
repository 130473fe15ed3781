export default { calls: () => [[0], [1], [10], [500], [-2], [3.5], [Number.NaN]] };
