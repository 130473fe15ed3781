export default { calls: () => [[[1, 2, 5], 11], [[2], 3]] };
