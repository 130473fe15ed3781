function step(/** @type {number} */ x) {
  return x * 2;
}
step = function (x) {
  return x * 3;
};
/** @param {number} n */
export function run(n) {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += step(i);
  return sum;
}
