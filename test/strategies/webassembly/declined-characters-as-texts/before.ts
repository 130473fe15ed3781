export function lettersSeen(text: string): number {
  let seen = '';
  let n = 0;
  for (let k = 0; k < 3; k++) for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if (!seen.includes(c)) seen += c;
    n += seen.length;
  }
  return n;
}
