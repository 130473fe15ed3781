const letters = (word: string): string[] => [...word];
export default {
  select: 'editDistance',
  calls: () => [
    [letters('kitten'), letters('sitting')],
    [letters('kitten'), letters('mittens')],
    [letters('kitten'), letters('sitting')],
    [[], letters('abc')],
    [letters('abc'), []],
  ],
};
