export function area({ width, height }: { width: number; height: number }): number {
  let sum = 0;
  for (let i = 0; i < width; i++) sum += height;
  return sum;
}
