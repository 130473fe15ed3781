const values = (n: number) => Float64Array.from({ length: n }, (_, i) => Math.sin(i * i) * 10);
export default {
  calls: () => [
    ...[0, 1, 2, 3, 4, 5, 7, 8, 9, 30].map((shift) => [values(29), shift, 3, 0.5]),
    [values(0), 1, 2, 1],
    [values(5), 1, 1, Number.NaN],
    [values(5), -1, 1, 2],
    [values(5), 0.5, 1, 2],
  ],
};
