/** The helper, written above, is called when the row is already in the table. */
export function marked(rounds: number): number[][] {
  const marks: number[][] = [];
  for (let i = 0; i < rounds; i++) {
    const mark = [i, 0];
    const add = (value: number): void => {
      mark[1] = mark[1]! + value;
    };
    marks.push(mark);
    for (let k = 0; k < i; k++) {
      for (let j = 0; j < k; j++) add(k * j);
    }
  }
  return marks;
}
