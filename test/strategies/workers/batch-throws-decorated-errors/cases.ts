export default { calls: () => [[4], [-1], [9]] };
