const glider = [
  [false, true, false, false],
  [false, false, true, false],
  [true, true, true, false],
  [false, false, false, false],
];
export default { calls: () => [[glider], [[]], [[[]]], [[[true]]], [[[1, 0], [0, 1]]], [[[true, false], [true]]]] };
