export interface Options {
  rounds: number;
}

function settle(seed: number, rounds: number): number {
  let value = seed;
  for (let round = 0; round < rounds; round++) value = Math.sin(value) + 1;
  return value;
}

/** Settles every seed, weighted by its place. */
export function settleAll(seeds: Float64Array, options: Options): Float64Array {
  const out = new Float64Array(seeds.length);
  for (let i = 0; i < seeds.length; i++) {
    const weight = i + 1;
    out[i] = settle(seeds[i] ?? 0, options.rounds) * weight;
  }
  return out;
}
