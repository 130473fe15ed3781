const withHole: number[] = [];
withHole[1] = 7;
withHole.length = 3;

export default {
  calls: () => [
    [[[1, 2], [], [3]], 9],
    [[], 9],
    [[[1, 2], withHole, [3, 4], [5]], 5],
    [[withHole, withHole], 99],
  ],
};
