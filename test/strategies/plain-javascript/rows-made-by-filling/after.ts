/** How often letters of both texts follow one another in both, at most. */
export function sharedLetters(left: string, right: string): number {
  const columns = right.length;
  const table = new Array<number[]>(left.length + 1);
  for (let i = 0; i < table.length; i++) {
    table[i] = Array<number>(columns + 1).fill(0);
  }
  const marks = new Array<number>(columns);
  for (let i = 0; i < columns; i++) {
    marks[i] = i % 2;
  }
  const seen = new Array<boolean>(left.length);
  for (let i = 0; i < seen.length; i++) {
    seen[i] = left[i] === right[i];
  }
  const items = Array<number>(columns).fill(0.5);
  const halves = new Array<number>(items.length);
  for (let i = 0; i < items.length; i++) {
    const half = items[i]!;
    halves[i] = half * i;
  }
  for (let i = 1; i <= left.length; i++) {
    for (let j = 1; j <= columns; j++) {
      const [above, before, both] = [table[i - 1]![j]!, table[i]![j - 1]!, table[i - 1]![j - 1]!];
      table[i]![j] = left[i - 1] === right[j - 1] ? both + 1 : Math.max(above, before);
    }
  }
  const others = seen.filter(Boolean).length + marks.length + halves.length;
  return table[left.length]![columns]! * 1000 + others;
}
