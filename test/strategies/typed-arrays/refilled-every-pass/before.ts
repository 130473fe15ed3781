export function rounds(text: string): number {
  const seen = new Array(text.length).fill(false);
  let total = 0;
  for (let start = 0; start < text.length; start++) {
    seen.fill(false);
    for (let i = start; i < text.length && !seen[i]; i += 2) {
      seen[i] = true;
      total++;
    }
  }
  return total;
}
