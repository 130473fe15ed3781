export default {
  calls: () => [[[4, 1, 2, 3], new Float64Array([1, 2]), 2], [[2, 1, 1, 1, 3, 2, 1, 0, 0], new Float64Array([4, 5, 6]), 3], [[0], new Float64Array(1), 1], [[1], new Float64Array(1), 0], [[1], new Float64Array(1), 2.5]],
};
