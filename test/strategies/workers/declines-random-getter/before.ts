const noise = {
  get next(): number {
    return Math.random();
  },
};
const NOISE = [noise.next, noise.next, noise.next];

/** Every thread would have noise of its own. */
export function jitter(values: readonly number[]): number[] {
  return values.map((value, i) => {
    let sum = value;
    for (let k = 1; k < 2000; k++) sum += Math.sqrt(k * value) / k;
    return sum + NOISE[i % NOISE.length]!;
  });
}
