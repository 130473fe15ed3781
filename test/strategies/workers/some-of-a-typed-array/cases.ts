export default {
  calls: () => [
    [Uint32Array.from({ length: 90 }, (_, i) => i * 7), 100],
    [Uint32Array.of(4, 6, 8, 9), 1],
    [Uint32Array.of(2, 3), 5],
    [new Uint32Array(0), 0],
  ],
};
