const heat = (count: number) => Array.from({ length: count }, (_, i) => ((i * 7919) % 101) / 7);
const withHole = heat(12);
delete withHole[5];

export default {
  observed: () => [[heat(12), 4, 3]],
  calls: () => [
    [heat(12), 4, 3],
    [heat(1), 1, 1],
    [[], 0, 0],
    [heat(4), 2, 2],
    [[-0, -0, -0, -0], 2, 2],
    [[Number.NaN, 1, Infinity, -Infinity], 4, 1],
    [withHole, 4, 3],
    [heat(5), 4, 3],
    [heat(12), 4, 2.5],
    [heat(12), -4, 3],
    [heat(12), Number.NaN, 3],
  ],
};
