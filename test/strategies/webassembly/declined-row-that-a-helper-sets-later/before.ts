/** The helper, written above, is called when the row is already in the table. */
export function marked(rounds: number): { at: number; sum: number }[] {
  const marks: { at: number; sum: number }[] = [];
  for (let i = 0; i < rounds; i++) {
    const mark = { at: i, sum: 0 };
    const add = (value: number): void => {
      mark.sum += value;
    };
    marks.push(mark);
    for (let k = 0; k < i; k++) {
      for (let j = 0; j < k; j++) add(k * j);
    }
  }
  return marks;
}
