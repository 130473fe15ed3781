export function entropy(text: string): number {
  const counts = new Float64Array(256);
  for (let i = 0; i < text.length; i++) counts[text.charCodeAt(i) & 255]!++;
  let bits = 0;
  for (let c = 0; c < counts.length; c++) {
    if (counts[c] === 0) continue;
    const share = counts[c]! / text.length;
    bits -= share * Math.log2(share);
  }
  return bits;
}
