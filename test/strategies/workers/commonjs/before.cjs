'use strict';

/**
 * @param {string} text
 * @returns {number}
 */
function vowels(text) {
  let count = 0;
  for (const letter of text) if ('aeiou'.includes(letter)) count += 1;
  return count;
}

module.exports = { vowels };
