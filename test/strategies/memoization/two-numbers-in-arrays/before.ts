/** How many steps Euclid takes, over a family of pairs. */
export function gcdSteps(a: number, b: number): number {
  let steps = 0;
  for (let i = 1; i <= 40; i++) {
    let x = a * i + 1;
    let y = b + i;
    while (y !== 0) {
      [x, y] = [y, x % y];
      steps += 1;
    }
  }
  return steps;
}
