const odd = [Number.NaN, -0, 0, Infinity, 2.5, -3, 1e300];

export default {
  calls: () => [
    [Float64Array.from({ length: 50 }, (_, i) => Math.sin(i)), 0.25, 3],
    [Float64Array.from(odd), 0.5, 4],
    [Float64Array.from([1]), 0.5, 2],
    [new Float64Array(0), 0.5, 2],
    [Float64Array.from(odd.toReversed()), -0, 2],
  ],
  observed: true,
};
