export const extremes = (word: string): [string, string] => {
  let [least, most] = ['~', ''];
  for (const letter of word) {
    if (letter < least) least = letter;
    if (letter > most) most = letter;
  }
  return [least, most];
};

export function histogram(text: string): Uint32Array {
  const counts = new Uint32Array(26);
  for (let i = 0; i < text.length; i++) {
    const at = text.charCodeAt(i) - 97;
    if (at >= 0 && at < 26) counts[at]! += 1;
  }
  return counts;
}
