const shared = () => {
  const one = [1, 2, 3];
  return [one, one];
};
export default {
  calls: () => [[[1, 2, 3], [4, 5]], shared(), [[], [1]], [[0.5, -0], [-0, Number.NaN]], [[1], [undefined]], [[1n], [2]]],
};
