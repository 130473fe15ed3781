export function settle(values: number[]): number {
  let state = 0;
  for (const value of values) {
    state += value;
    for (let bit = 0; bit < 8; bit++) if (state & 1) state = (state >>> 1) ^ 0xa3;
  }
  return state;
}
