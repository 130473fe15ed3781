function cost(x: number): number {
  if (x < 0) throw new RangeError(`negative: ${x}`);
  let sum = 0;
  for (let k = 1; k < 50; k++) sum += Math.sqrt(x + k) / k;
  return sum;
}

export interface Part {
  size: number;
}

export function dearParts(parts: Part[], limit: number): Part[] {
  const dear: Part[] = [];
  for (const part of parts) {
    if (cost(part.size) > limit) dear.push(part);
  }
  return dear;
}
