import { insideOfCircleKernel } from './before.inside-of-circle.wasm.ts';

/** Random numbers from a state that the helper changes. */
export function insideOfCircle(samples: number, rounds: number): number {
  const fast = insideOfCircleKernel(samples, rounds);
  if (fast !== undefined) return fast;
  let state = 1;
  const next = (step: number): number => {
    state = (state * 16807 + step) % 2147483647;
    return state / 2147483647;
  };
  let inside = 0;
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < samples; i++) {
      const x = next(i);
      if (x * x < 0.5) inside++;
    }
  }
  return inside;
}
