function cost(x: number): number {
  if (x < 0) throw new RangeError(`negative: ${x}`);
  let sum = 0;
  for (let k = 1; k < 50; k++) sum += Math.sqrt(x + k) / k;
  return sum;
}

export interface Part {
  size: number;
  name: string;
}

export function firstDear(parts: Part[], limit: number): Part | undefined {
  return parts.find(({ size }) => cost(size) > limit);
}
