export default { calls: () => [[0], [1], [4], [6], [8], [9]] };
