function lcg(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state / 4294967296;
  };
}

/** Each value depends on how many were drawn before it; whole calls do not. */
export function jitter(values: number[], seed: number): number[] {
  const random = lcg(seed);
  return values.map((value) => {
    let sum = value;
    for (let round = 0; round < 10; round++) sum += random();
    return sum;
  });
}
