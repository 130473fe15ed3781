export default { calls: () => [[0], [2], [8], [5], [1], [7], [6]] };
