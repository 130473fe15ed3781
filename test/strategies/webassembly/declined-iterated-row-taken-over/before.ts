/** What is iterated stays the first row, whatever `previous` comes to hold meanwhile. */
export function iterated(n: number): number {
  let previous = Array.from({ length: n }, (_, i) => i);
  let sum = 0;
  for (const x of previous) {
    const current = [x, x + 1];
    for (let j = 0; j < x; j++) current.push(j * 2);
    sum += previous[0]! + current[1]!;
    previous = current;
  }
  return sum;
}
