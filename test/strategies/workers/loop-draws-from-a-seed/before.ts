const lcg = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state / 4294967296;
  };
};

/** How many of the points drawn lie in the circle. */
export function inside(trials: number, samples: number): number {
  let count = 0;
  for (let trial = 0; trial < trials; trial++) {
    const random = lcg(trial);
    for (let i = 0; i < samples; i++) {
      const x = random();
      if (x * x + random() ** 2 <= 1) count++;
    }
  }
  return count;
}
