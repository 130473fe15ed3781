export default { calls: () => [[30], [30], [0], [-1], [-2], [1.5], [1.5], [Number.NaN]] };
