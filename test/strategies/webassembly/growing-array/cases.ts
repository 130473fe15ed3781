export default { calls: () => [[0], [1], [2], [5], [19], [25], [40], [NaN]] };
