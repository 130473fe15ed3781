export default { calls: () => [[0], [2]] };
