export default { calls: () => [[5, 5], [5, 3], [0, 0], [2, 3]] };
