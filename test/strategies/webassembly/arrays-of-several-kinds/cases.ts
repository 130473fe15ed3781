import { withHole } from '../../../soundness/sparse.ts';

const same = () => {
  const one = [1, 2, 3, 4];
  return [one, one];
};
export default {
  calls: () => [
    [[3, 1, 4, 1, 5], [2.5, -0, 7, 1, Number.NaN]],
    [[], []],
    [[1], [1, 2]],
    same(),
    [new Float64Array([1, 2, 3]), new Float64Array([4, 5, 6])],
    [[1, 2, 3], new Float32Array([1.1, 2.2, 3.3])],
    [new Uint8Array([255, 1]), [0.5, 2]],
    [withHole(1, 2, 3), [1, 2, 3]],
    [['1', 2, 3], [1, 2, 3]],
    [{ length: 2, 0: 1, 1: 2 }, [3, 4]],
    [undefined, [1]],
  ],
  observed: () => [[[3, 1, 4, 1, 5], [2.5, 6, 7, 1, 0.5]]],
};
