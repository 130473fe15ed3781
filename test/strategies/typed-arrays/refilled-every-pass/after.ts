export function rounds(text: string): number {
  const seen = new Uint8Array(text.length);
  let total = 0;
  for (let start = 0; start < text.length; start++) {
    seen.fill(0);
    for (let i = start; i < text.length && !seen[i]; i += 2) {
      seen[i] = 1;
      total++;
    }
  }
  return total;
}
