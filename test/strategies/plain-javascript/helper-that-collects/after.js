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
  let result = [];
  for (let i = 0; i < xs.length; i++) {
    if (!(i in xs)) continue; // reduce skips holes
    result = keep(result, xs[i]);
  }
  return result;
}
