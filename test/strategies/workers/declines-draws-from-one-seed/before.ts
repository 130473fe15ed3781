function lcg(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state / 4294967296;
  };
}

let drawn = 0;

function counted(seed: number): () => number {
  return () => {
    drawn++;
    return lcg(seed)();
  };
}

/** Each value depends on how many were drawn before it. */
export function jitter(values: number[], seed: number): number[] {
  const random = lcg(seed);
  const jittered: number[] = [];
  for (const value of values) {
    const again = counted(value);
    let sum = value + again();
    for (let round = 0; round < 10; round++) sum += random();
    jittered.push(sum);
  }
  return jittered;
}
