export function totalLength(words) {
  return words.map((word) => word.trim().length).reduce((a, b) => a + b, 0)
}
