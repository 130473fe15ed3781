export default { calls: () => [[10, 1], [0, 2], [1001, 0.1], [3, -0]] };
