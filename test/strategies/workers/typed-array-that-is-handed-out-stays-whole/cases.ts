export default {
  calls: () => [[Float64Array.of(1, 2, 3)], [Float64Array.of(1, 2, 3, 4, 5, 6).subarray(2)], [new Float64Array(0)]],
};
