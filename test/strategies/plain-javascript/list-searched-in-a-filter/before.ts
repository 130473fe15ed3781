/** What the first list has and the second has not. */
export const difference = (all: number[], known: number[]): number[] => all.filter((item) => !known.includes(item));
