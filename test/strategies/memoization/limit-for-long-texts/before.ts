/** How often each letter of a text follows itself. */
export function doubledLetters(text: string): number {
  let doubled = 0;
  for (let i = 1; i < text.length; i++) if (text[i] === text[i - 1]) doubled += 1;
  return doubled;
}
