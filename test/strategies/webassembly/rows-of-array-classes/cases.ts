class Row extends Array<number> {}
class Table extends Array<number[]> {}

/** Rows may be instances of a class that extends Array while the table is none, and `map` gives such rows again. */
export default {
  calls: () => [
    [
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
      [1, 2],
    ],
    [[Row.from([1, 2, 3]), [4, 5, 6]], [1, 2]],
    [[[1, 2, 3], Row.from([4, 5, 6])], []],
    [Table.from([[1, 2], [3, 4]]), [0.5]],
    [[new Row()], [1]],
    [[], [1]],
  ],
};
