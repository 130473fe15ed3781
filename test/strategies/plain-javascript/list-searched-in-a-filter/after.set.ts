/** What the first list has and the second has not. */
export const difference = (all: number[], known: number[]): number[] => {
  const knownSet = new Set(known);
  return all.filter((item) => !knownSet.has(item));
};
