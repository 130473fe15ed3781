/** The guard hands its zero back, sign included. */
export const signs = (n: number): number => {
  if (n <= 0) return n;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += 1 / signs(-1 * i * 0) > 0 ? 1 : -1;
  return sum;
};
