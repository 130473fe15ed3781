/** @param {number} n */
export function scaled(n) {
  return n * 2;
}

/** @param {number} factor */
export function setFactor(factor) {
  scaled = (n) => n * factor;
}
