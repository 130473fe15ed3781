/** What the first list has and the second has not. */
export const difference = (all: number[], known: number[]): number[] => {
  const knownSet = new Set(known);
  const result: number[] = [];
  for (let i = 0; i < all.length; i++) {
    if (!(i in all)) continue; // filter skips holes
    const item = all[i]!;
    if (!knownSet.has(item)) result.push(item);
  }
  return result;
};
