interface Spread {
  readonly low: number;
  high: number;
}

export function spread(seed: number, count: number): Spread {
  if (count < 1) return { low: 0, high: 0 };
  let [low, high, value] = [1, 0, seed];
  for (let i = 0; i < count; i++) {
    value = (value * 3.7 + 0.1) % 1;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return low > high ? { low: high, high: low } : { low, high };
}
