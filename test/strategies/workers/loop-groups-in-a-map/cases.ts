const order = (id: number, ...lines: number[]) => ({ id, lines });
const twice = order(9, 4, 4);
export default {
  calls: () => [
    [[]],
    [[order(1, 4)]],
    [[order(1, 4), order(2, 9), order(3, 1, 1), order(4), order(5, 4), order(6, 9)]],
    [[twice, order(2, 16), twice]],
    [[order(1, 1), order(2, 1, 2, 3, 4, 5, 6), order(3, 1, 2, 3, 4, 5, 6)]],
  ],
};
