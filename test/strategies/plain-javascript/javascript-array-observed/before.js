export function totalLength(words) {
  return words.map((word) => word.length).reduce((a, b) => a + b, 0)
}
