export default {
  calls: () => [
    [Float64Array.from({ length: 20 }, (_, i) => (i * 7) % 5), 3, 4],
    [Float64Array.from([-1, -2, -3]), 3, 2],
    [Float64Array.from([-1, -2, -3]), 2, 2],
    [Float64Array.from([-1, -2, 9]), -1, 2],
    [Float64Array.from([-1, -2, 9]), 0.5, 1],
  ],
  observed: true,
};
