function settled(start: number): number {
  let value = start;
  for (let round = 0; round < 30; round++) value = Math.sqrt(value + round);
  return value;
}

export const table = (size: number): number[] => Array.from({ length: size }, (_, i) => settled(i / 2));
