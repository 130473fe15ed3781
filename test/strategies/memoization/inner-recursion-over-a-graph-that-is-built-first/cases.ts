const ladder = (n: number) =>
  Array.from({ length: n }, (_, i) => [
    [`${i}`, `${i + 1}a`],
    [`${i}`, `${i + 1}`],
    [`${i + 1}a`, `${i + 1}`],
  ]).flat();

export default {
  calls: () => [
    [ladder(12), '0'],
    [ladder(12), '5'],
    [[], 'a'],
    [
      [
        ['a', 'b'],
        ['b', 'a'],
      ],
      'a',
    ],
  ],
};
