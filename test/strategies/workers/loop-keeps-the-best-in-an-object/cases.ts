const values = Array.from({ length: 30 }, (_, i) => (i * 17) % 23);
export default {
  calls: () => [
    [values, values.map((value) => (value % 3) - 1)],
    [values, values.map(() => Number.NaN)],
    [values, values.map(() => -0)],
    [values, []],
    [[], []],
    [[1], [1]],
    [[1, Number.NaN, 2], [1, 2, 3]],
    [[3, undefined, 1], ['1', 2, null]],
  ],
};
