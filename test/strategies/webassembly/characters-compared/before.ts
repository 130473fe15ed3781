/** How deep brackets go from any place on, with digits, vowels and changes from one character to the next counted on the way. */
export function bracketScore(text: string, from: string): number {
  let score = 0;
  for (let start = 0; start < text.length; start++) {
    let depth = 0;
    let previous = '';
    for (let i = start; i < text.length; i++) {
      const c = text.charAt(i);
      switch (c) {
        case '(':
        case '[':
          depth++;
          break;
        case ')':
        case ']':
          depth--;
          break;
        case '':
          score += 1e6;
          break;
        default:
          if (c >= '0' && c <= '9') score += c.charCodeAt(0) - 48;
          else if ('aeiou'.includes(c)) score += 3;
      }
      if (c !== previous) score++;
      if (depth < 0 || previous > c) break;
      previous = c;
    }
    for (const letter of from) if (letter === previous || letter < 'b') score += depth * 10;
    if ('xyz'.includes(previous)) score += 0.5;
  }
  return score;
}
