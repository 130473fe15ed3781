export default { calls: () => [[[1, 2, 3], 3]] };
