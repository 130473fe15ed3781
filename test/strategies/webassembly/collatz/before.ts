/** The number below the limit with the longest way to one. */
export function longestCollatz(limit: number): number {
  let best = 0;
  let bestLength = 0;
  for (let start = 1; start < limit; start++) {
    let n = start;
    let length = 1;
    while (n !== 1) {
      n = n % 2 === 0 ? n / 2 : 3 * n + 1;
      length++;
    }
    if (length > bestLength) {
      bestLength = length;
      best = start;
    }
  }
  return best;
}
