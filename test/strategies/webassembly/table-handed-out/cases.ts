export default { calls: () => [[4], [0], [1], [-1], [2.5]] };
