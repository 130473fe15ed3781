import { withHole } from '../../../soundness/sparse.ts';

const same = () => {
  const one = new Float64Array([1, 2, 3, 4]);
  return [one, one, 3];
};
const overlapping = () => {
  const { buffer } = new Float64Array([1, 2, 3, 4]);
  return [new Float64Array(buffer, 0, 3), new Float64Array(buffer, 8, 3), 2];
};
export default {
  calls: () => [
    [new Float64Array([1, 2, 3]), new Float64Array([4, 5, 6]), 3],
    same(),
    overlapping(),
    [new Float64Array([1, 2, 3]), new Float64Array(2), 1],
    [[1, 2, 3], [4, 5, 6], 3],
    [[1, 2], new Float64Array([4, 5]), 2],
    [new Float64Array([1, 2]), [4], 2],
    [new Float64Array([1, 2]), withHole(4, 5), 2],
    [new Float64Array([1, 2]), new Float32Array([4, 5]), 2],
    [new Float64Array([1, 2]), Object.freeze([4, 5]), 2],
    [new Float64Array([1, 2]), new Float64Array([4, 5]), Number.NaN],
  ],
  observed: () => [[new Float64Array([1, 2, 3]), new Float64Array([4, 5, 6]), 3]],
};
