export default { calls: () => [[0], [-0], [0], [-0], [1], [1], [Number.NaN], [Number.NaN]] };
