export default {
  select: 'weigh',
  observed: () => [
    [[1, 2, 3], 4, true],
    [[7, 8, 9], 1, false],
  ],
  calls: () => [
    [[1, 2, 3], 4, true],
    [[1, 2.5, -0], 4, false],
    [['a'], 1, true],
    [[1, 2, 3], '2', true],
    [[1, 2, 3], 2, 1],
    [{ length: 2, 0: 5, 1: 6 }, 2, true],
    [Array.from({ length: 50 }, (_, i) => i * 31), 200, true],
  ],
};
