/**
 * Kendall's rank correlation.
 *
 * @param {Array} x first values
 * @param {Array} y as many second values
 * @returns {number} between -1 and 1
 */
export function rankCorrelation(x, y) {
  let sum = 0;
  for (let i = 0; i < x.length; i++) {
    for (let j = 0; j < i; j++) {
      sum += Math.sign(x[i] - x[j]) * Math.sign(y[i] - y[j]);
    }
  }
  return (2 * sum) / (x.length * (x.length - 1));
}
