export default { select: 'catalan', calls: () => [[0], [-0], [1], [8], [8], [3]] };
