const holed = [1, 2, 3, 4];
delete holed[1];
export default {
  calls: () => [
    [Array.from({ length: 30 }, (_, i) => i / 3), 9],
    [[], 3],
    [[1, -2, 3, -4], 2],
    [holed, 2],
    [[1, undefined as unknown as number], 1],
  ],
};
