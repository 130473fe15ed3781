/**
 * @param {number[]} kept
 * @param {number} x
 */
function keep(kept, x) {
  if (x > 0) kept.push(x);
  return kept;
}

/** @param {number[]} xs */
export function positive(xs) {
  return xs.reduce(keep, []);
}
