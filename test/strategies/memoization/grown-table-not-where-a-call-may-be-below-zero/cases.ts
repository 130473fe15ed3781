export default { calls: () => [[0], [1], [2], [3], [6]] };
