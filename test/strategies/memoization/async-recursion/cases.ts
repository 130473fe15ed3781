export default { calls: () => [[3, 4], [0, 4], [4, 3], [5, 5]] };
