export default { calls: () => [[[1, 2, 3], 2, { part: 4 }, true], [[1, 2, 3, 9], 9, { part: 4 }, false]] };
