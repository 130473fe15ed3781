/** @param {number} x */
function counted(x) {
  return x + arguments.length;
}

/** @param {number[]} xs */
export function all(xs) {
  return xs.map(counted);
}
