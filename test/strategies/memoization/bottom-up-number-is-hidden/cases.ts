export default { calls: () => [[0], [1], [10]] };
