const point = (x: unknown, y: unknown, isUsed: unknown = true) => ({ x, y, isUsed });
const shared = point(1, 2);
export default {
  calls: () => [
    [[point(0, 0), point(3, 4), point(1, 1, false)]],
    [[shared, shared]],
    [[]],
    [[point(NaN, 1), point(2, -0), point(2, 0.5)]],
    [[point('1', 2), point(3, 4)]],
    [[point(1, 2), undefined]],
    [[point(1, 2), { x: 3, isUsed: true }]],
    [[point(1, 2, 1), point(3, 4, 1)]],
    [[point(1, 2), , point(3, 4)]],
    ['ab'],
    [Array.from({ length: 50 }, (_, i) => point((i * 37) % 11, (i * 53) % 13, i % 3 > 0))],
  ],
};
