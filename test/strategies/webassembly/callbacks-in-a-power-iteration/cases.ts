const start = [1, 2];
export default {
  calls: () => [
    [[], [], 3],
    [[[2, 1], [1, 3]], [1, 1], 5],
    [[[2, 1], [1, 3]], start, 0],
    [[[0, -0], [-0, 0]], [1, 1], 2],
    [[[NaN, 1], [1, Infinity]], [1, -0], 2],
    [[[1, 2, 3], [4, 5, 6]], [1, 2, 3], 1],
    // Rows of several lengths, and a hole: the original answers.
    [[[1, 2], [3]], [1, 1], 1],
    [[[1, 2], [3, 4]], Object.assign(new Array(2), { 0: 1 }), 1],
    // A read past the end: the original answers.
    [[[1, 2, 3], [4, 5, 6], [7, 8, 9]], [1, 2], 2],
  ],
};
