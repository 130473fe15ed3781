export function longestChain(limit) {
  let best = 0;
  for (let start = 1; start < limit; start++) {
    let length = 0;
    for (let n = start; n > 1; n = n % 2 === 0 ? n / 2 : 3 * n + 1) length++;
    if (length > best) best = length;
  }
  return best;
}
