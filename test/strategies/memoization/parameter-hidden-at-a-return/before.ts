export function firstRepeat(seed: number): number {
  let value = seed;
  for (let step = 0; step < 50; step++) {
    value = (value * 17 + 3) % 101;
    const tail = [1, 2, 3].map((seed) => {
      return seed * value;
    });
    if (tail.includes(42)) {
      const seed = step;
      return seed;
    }
  }
  return -1;
}
