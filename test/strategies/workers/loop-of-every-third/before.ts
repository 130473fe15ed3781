function settle(rounds: number): number {
  if (rounds === 13) throw new RangeError('thirteen');
  let value = 1;
  for (let round = 0; round < rounds; round++) value = Math.sqrt(value + round);
  return value;
}

/** What comes of every third number from the first on, with its place among them. */
export function settled(from: number[], most: number): string[] {
  const found: string[] = [];
  for (let n = 1; n <= most; n += 3) {
    found.push(`${n}: ${settle(n + from.length).toFixed(6)}`);
  }
  return found;
}
