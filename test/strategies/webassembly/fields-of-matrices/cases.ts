const matrix = (rows: number, cols: number, data = new Float64Array(rows * cols).map((_, i) => i - 2.5)) => ({ rows, cols, data });
const squared = () => {
  const one = matrix(3, 3);
  return [one, one, one];
};
const overlapping = () => {
  const { buffer } = new Float64Array([1, 2, 3, 4, 5, 6]);
  const data = new Float64Array(buffer, 0, 4);
  return [matrix(2, 2, data), matrix(2, 2), matrix(2, 2, new Float64Array(buffer, 8, 4))];
};
export default {
  calls: () => [
    [matrix(2, 3), matrix(3, 4), matrix(2, 4)],
    squared(),
    overlapping(),
    [matrix(2, 2), matrix(2, 2), matrix(2, 2, new Float64Array(2))],
    [matrix(3, 3, new Float64Array(4)), matrix(3, 3), matrix(3, 3)],
    [matrix(2, 2), matrix(2, 2), { rows: 2, cols: 2, data: new Float32Array(4) }],
    [{ rows: '2', cols: 2, data: new Float64Array(4) }, matrix(2, 2), matrix(2, 2)],
    [{ rows: 1.5, cols: 2, data: new Float64Array(4) }, matrix(2, 2), { rows: 1, cols: Number.NaN, data: new Float64Array(4) }],
    [matrix(2, 2), matrix(2, 2), Object.freeze(matrix(2, 2))],
    [matrix(0, 0), matrix(0, 0), matrix(0, 0)],
    [matrix(2, 2), undefined, matrix(2, 2)],
    [matrix(2, 2), matrix(2, 2), { rows: 2, cols: 2 }],
  ],
};
