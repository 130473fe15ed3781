/** @param {string} text */
export function longWords(text) {
  const items = text.split(' ')
  const words = []
  for (let i = 0; i < items.length; i++) {
    const word = items[i]
    if (!(word.length > 3)) continue
    words.push(word.toUpperCase())
  }
  return words.join(', ')
}
