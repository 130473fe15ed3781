export default { calls: () => [[3], [3], [0], [-0], [5], [3], [Number.NaN]] };
