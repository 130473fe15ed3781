/**
 * @param {string} text
 * @returns {number}
 */
export function longestRepeat(text) {
  /** @type {number[]} */
  const run = new Array(text.length + 1).fill(0);
  let longest = 0;
  for (let gap = 1; gap < text.length; gap++) {
    for (let i = text.length - 1; i >= 0; i--) {
      run[i] = text[i] === text[i + gap] ? run[i + 1] + 1 : 0;
      if (run[i] > longest) longest = run[i];
    }
  }
  return longest;
}
