export default {
  calls: () => [[[3, 1, 2]], [[]], [[5, -0, 0, Number.NaN, -3, 2.5]], [[1, , 0]], [Array.from({ length: 200 }, (_, i) => (i * 7919) % 200)]],
};
