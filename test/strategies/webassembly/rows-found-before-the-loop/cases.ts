const picture = (height: number, width: number, scale = 1) =>
  Array.from({ length: height }, (_, y) => Array.from({ length: width }, (_, x) => ((x * 3 + y * 5) % 7) * scale));
const twice = <T>(one: T): [T, T] => [one, one];
const sharedRows = () => new Array<number[]>(3).fill([1, 2, 30]);

export default {
  calls: () => [
    [picture(3, 4), picture(3, 4), 2],
    [picture(3, 4, 9), picture(3, 4, 8), 3],
    [...twice(picture(3, 3, 4)), 2],
    [sharedRows(), picture(3, 3, 9), 1],
    [picture(3, 3, 9), sharedRows(), 1],
    [picture(3, 4), picture(2, 4), 1],
    [picture(3, 4), picture(3, 3), 1],
    [picture(3, 4), picture(3, 4), 4],
    [picture(1, 4), picture(1, 4), 9],
    [picture(3, 0), picture(3, 0), 2],
    [[[1, 2], [3]], picture(2, 2), 1],
    [[], [], 1],
    [picture(2, 2), picture(2, 2), 0.5],
    [[[-0, Number.NaN], [Infinity, -0]], picture(2, 2, -0), 2],
  ],
};
