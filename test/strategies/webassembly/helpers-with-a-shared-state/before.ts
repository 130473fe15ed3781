/** One helper sets what another one uses. */
export function drift(samples: number, rounds: number): number {
  let offset = 0;
  const move = (by: number): void => {
    offset += by;
  };
  const value = (i: number): number => i * 0.5 + offset;
  let sum = 0;
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < samples; i++) {
      if (value(i) > 10) move(-1);
      sum += value(i);
    }
  }
  return sum;
}
