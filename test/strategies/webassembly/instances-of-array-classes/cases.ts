class Readings extends Array<number> {}

/** `map` of a class that extends Array gives an instance of it. */
export default {
  calls: () => [
    [[1, 2, 3, 10], 1],
    [Readings.from([1, 2, 3, 10]), 1],
    [new Readings(), 1],
    [[-0, 0, Number.NaN], 0],
    [[1, 2].concat([]), 0.5],
  ],
};
