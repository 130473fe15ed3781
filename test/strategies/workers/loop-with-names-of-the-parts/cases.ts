export default { calls: () => [[40, 0], [3, 7], [0, 1], [2.5, 0]] };
