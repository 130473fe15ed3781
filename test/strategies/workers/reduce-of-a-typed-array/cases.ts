export default {
  calls: () => [
    [Float32Array.from({ length: 60 }, (_, i) => i / 7)],
    [new Float32Array(0)],
    [Float32Array.of(0.1, Number.NaN)],
    [Float32Array.of(-0)],
  ],
};
