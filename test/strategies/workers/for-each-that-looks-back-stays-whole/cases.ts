export default { calls: () => [[[1, 4, 4, 9, 10]], [[]]] };
