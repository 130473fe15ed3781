const overlapping = () => {
  const all = Float64Array.of(1, 2, 3, 4, 5);
  return [all.subarray(1), all.subarray(0, 4)];
};
export default {
  calls: () => [
    [new Float64Array(3), Float64Array.of(1, 2, 3)],
    overlapping(),
    [Float64Array.of(1, -0, Number.NaN), Float64Array.of(Infinity)],
    [[1, 2], Float64Array.of(1)],
    [new Float32Array(2), new Float64Array(2)],
  ],
};
