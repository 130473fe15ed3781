export function insideCircle(seed: number, points: number): number {
  let state = seed;
  let inside = 0;
  for (let i = 0; i < points; i++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    const x = (state >>> 0) / 4294967296;
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const y = state / 4294967296;
    if (x * x + y * y <= 1) inside++;
  }
  return inside;
}
