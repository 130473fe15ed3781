const outline = [
  { x: 0, y: 0 },
  { x: 4, y: 0 },
  { x: 4, y: 4 },
  { x: 0, y: 4 },
];
export default {
  calls: () => [
    [[{ x: 1, y: 1 }, { x: 2, y: 3.5 }, { x: 9, y: 1 }], outline],
    [[{ x: 1, y: 1 }, { x: 1, y: 1 }], outline],
    [[], outline],
    [[{ x: 1, y: 1 }], []],
    [[{ x: Number.NaN, y: 1 }, { x: 1, y: -0 }], outline],
    [[{ x: 1, y: 1 }, undefined], outline],
    [[{ x: 1, y: 1 }], [undefined]],
    [[{ x: '1', y: 1 }], outline],
  ],
};
