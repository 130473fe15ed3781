interface Sample {
  readonly x: number;
  readonly class: number;
}

export function inertia(samples: Sample[], centers: Sample[], index: number[]): number {
  let sum = 0;
  let place = 0;
  for (const sample of samples) {
    let best = Infinity;
    for (let c = 0; c < centers.length; c++) {
      const squared = (sample.x - centers[c]!.x) ** 2 + (sample.class - centers[c]!.class) ** 2;
      if (squared < best) {
        best = squared;
        index[place] = c;
      }
    }
    sum += best;
    place++;
  }
  return sum / samples.length;
}
