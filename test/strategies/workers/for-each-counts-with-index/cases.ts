export default { calls: () => [[Array.from({ length: 40 }, (_, i) => i * 7), 9], [[], 3], [[1], 0]] };
