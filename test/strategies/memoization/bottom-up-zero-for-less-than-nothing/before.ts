/** In how many ways one climbs n steps, up to three at a time. */
export function climbs(n: number): number {
  if (n === 0) return 1;
  if (n < 0) return 0;
  return climbs(n - 1) + climbs(n - 2) + climbs(n - 3);
}
