export default { calls: () => [[12], [7], [20], [13], [0], [-0], [1], [-3], [2.5], [Number.NaN]] };
