export default { select: 'fib', calls: () => [[0], [-0], [1], [18], [18], [-3], [2.5]] };
