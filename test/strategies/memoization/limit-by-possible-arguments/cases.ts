const kinds = ['low', 'mid', 'high', undefined];

/** What comes from outside of TypeScript as well: the cache starts over. */
export default {
  calls: () =>
    [...kinds, 'other', ...kinds, 'none'].flatMap((kind) => [
      [true, kind],
      [false, kind],
    ]),
};
