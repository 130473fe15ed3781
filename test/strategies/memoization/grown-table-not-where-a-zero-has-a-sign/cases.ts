export default { calls: () => [[0], [-0], [1], [2], [5]] };
