const plate = (rows: number, columns: number, cell: (i: number) => number): number[][] =>
  Array.from({ length: rows }, (_, y) => Array.from({ length: columns }, (_ignored, x) => cell(y * columns + x)));
const row = [1, 2, 3];
export default {
  calls: () => [
    [plate(5, 6, (i) => i / 3)],
    [plate(3, 3, () => -0)],
    [plate(4, 4, (i) => (i === 5 ? Number.NaN : i))],
    [plate(3, 3, (i) => i)],
    [plate(1, 4, (i) => i)],
    [[]],
    [[[]]],
    [[[1, 2, 3], [4, 5], [6, 7, 8]]],
    [[row, row, row]],
    // biome-ignore lint/suspicious/noSparseArray: a hole is what is tested
    [[[1, , 3], [4, 5, 6], [7, 8, 9]]],
    [[[1, 2, 3], [4, '5', 6], [7, 8, 9]]],
    [[[1, 2, 3], undefined, [7, 8, 9]]],
    [Object.freeze([Object.freeze([1, 2, 3]), Object.freeze([4, 5, 6]), Object.freeze([7, 8, 9])])],
  ],
};
