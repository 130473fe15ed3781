/** @param {string} text */
export function longWords(text) {
  const words = text.split(' ').filter(word => word.length > 3).map(word => word.toUpperCase())
  return words.join(', ')
}
