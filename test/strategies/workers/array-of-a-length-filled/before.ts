function walk(seed: number, steps: number): number {
  let state = seed + 1;
  let place = 0;
  for (let step = 0; step < steps; step++) {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    place += state / 0x7fffffff - 0.5;
  }
  return place;
}

/** Where random walks end. */
export function walks(count: number, steps: number): number[] {
  return new Array(count).fill(0).map((_, run) => walk(run, steps));
}
