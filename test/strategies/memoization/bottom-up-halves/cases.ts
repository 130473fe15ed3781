export default { calls: () => [[0], [1], [2], [9], [64], [100]] };
