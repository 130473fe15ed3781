export function ranks(scores: number[]) {
  const sorted = [...scores].sort((a, b) => b - a);
  const result = new Array<number>(scores.length);
  for (let i = 0; i < scores.length; i++) {
    if (!(i in scores)) continue; // map skips holes
    const s = scores[i]!;
    result[i] = sorted.indexOf(s) + 1;
  }
  return result;
}
