export function longest(texts: string[]): number {
  let most = 0
  texts.forEach((text) => {
    const words = text.split(/\s+/).length
    if (words > most) most = words
  })
  return most
}
