export default { select: 'arrangements', calls: () => [[1], [3], [6], [3]] };
