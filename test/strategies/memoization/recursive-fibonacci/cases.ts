export default { calls: () => [[0], [-0], [1], [20], [20], [-3], [2.5], [Number.NaN], [-0], [0]].filter(([n]) => !Number.isNaN(n)) };
