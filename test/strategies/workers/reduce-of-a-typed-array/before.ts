function settle(value: number): number {
  let settled = value;
  for (let round = 0; round < 30; round++) settled = Math.sqrt(settled * settled + round);
  return settled;
}

export function energy(samples: Float32Array): number {
  return samples.reduce((sum, sample) => sum + settle(sample) / 3, 0);
}
