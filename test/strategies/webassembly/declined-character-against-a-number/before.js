/** A character is never the number of its code unit. @param {string} text @param {number} rounds @returns {number} */
export function ones(text, rounds) {
  let n = 0;
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < text.length; i++) {
      switch (text[i]) {
        case 49:
          n += 1;
          break;
        default:
          n += 2;
      }
    }
  }
  return n;
}
