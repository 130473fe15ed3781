export default { calls: () => [[[], []], [[1, 2, 1, 12, Number.NaN, Number.NaN, 0, -0, 3.5], ['1', '0', '3.5']]] };
