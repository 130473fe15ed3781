// What a caller without types may hand over as well.
export default {
  calls: () => [[1, 3], [1, 'none'], [1], [2, 3], [4, undefined], [0], [-0], [0, 3], [-0, 0], [Number.NaN], ['1'], [1, 3]],
};
