const box = { valueOf: () => ++box.reads, reads: 0 };

export default {
  select: 'repeat',
  observed: () => [['a', 2], ['b', 0], [3, 1], ['a', null]],
  calls: () => [['a', 2], ['a', 2], [1, 2], ['1', 2], ['a', null], ['a', -0], ['a', true], [['x'], 2]],
};
