export default {
  calls: () => [
    [Float64Array.from({ length: 50 }, (_, i) => i / 50), 2.2],
    [new Float64Array(0), 2],
    [Float64Array.of(-1, Number.NaN, -0, 4), 3],
    [Float64Array.from({ length: 50 }, (_, i) => i / 50).subarray(3, 20), 1.8],
    [new Float64Array(new SharedArrayBuffer(64)).fill(0.5), 2],
  ],
};
