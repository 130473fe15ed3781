export function bell(radius: number): number[] {
  const weights: number[] = [];
  for (let i = -radius; i <= radius; i++) weights[i + radius] = Math.exp((-i * i) / (2 * radius * radius));
  return weights;
}
