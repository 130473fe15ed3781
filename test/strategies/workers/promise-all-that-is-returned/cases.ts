const holed = [1, 2, 3, 4];
delete holed[1];
export default {
  calls: () => [[Array.from({ length: 30 }, (_, i) => i / 3)], [[]], [[1, -2, 3, -4]], [holed]],
};
