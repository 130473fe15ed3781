export function totalLength(words) {
  if (words?.constructor !== Array || !words.every((value) => typeof value === 'string')) {
    return words.map((word) => word.trim().length).reduce((a, b) => a + b, 0)
  }
  let sum = 0
  for (let i = 0; i < words.length; i++) {
    if (!(i in words)) continue // map skips holes
    const word = words[i]
    const b = word.trim().length
    sum += b
  }
  return sum
}
