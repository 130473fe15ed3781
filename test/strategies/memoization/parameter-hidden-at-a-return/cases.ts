export default { calls: () => [[1], [2], [1], [40], [2]] };
