export default {
  calls: () => [[[]], [[{ id: 1, total: 2 }, { id: 1, total: 5 }, { id: 2, total: 3 }, { id: Number.NaN, total: 1 }, { id: Number.NaN, total: 1 }]]],
};
