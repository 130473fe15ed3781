export default { select: 'fib', calls: () => [[0], [1, 5], [12], [12, 1], [12, 2], [12, undefined]] };
