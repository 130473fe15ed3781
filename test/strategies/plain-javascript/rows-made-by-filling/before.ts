/** How often letters of both texts follow one another in both, at most. */
export function sharedLetters(left: string, right: string): number {
  const columns = right.length;
  const table = new Array(left.length + 1).fill(null).map(() => Array<number>(columns + 1).fill(0));
  const marks = Array.from({ length: columns }, (_, i) => i % 2);
  const seen = [...Array(left.length)].map((_, i) => left[i] === right[i]);
  const halves = Array<number>(columns).fill(0.5).map((half, i) => half * i);
  for (let i = 1; i <= left.length; i++) {
    for (let j = 1; j <= columns; j++) {
      const [above, before, both] = [table[i - 1]![j]!, table[i]![j - 1]!, table[i - 1]![j - 1]!];
      table[i]![j] = left[i - 1] === right[j - 1] ? both + 1 : Math.max(above, before);
    }
  }
  const others = seen.filter(Boolean).length + marks.length + halves.length;
  return table[left.length]![columns]! * 1000 + others;
}
