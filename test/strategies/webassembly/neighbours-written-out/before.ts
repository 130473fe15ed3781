/** One step of a heat map on a ring: every cell and its neighbours, and the sum of what is left of the borders. */
export function diffuse(heat: number[], width: number, height: number): number {
  const next = new Array<number>(width * height).fill(0);
  let total = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let sum = 0;
      let count = 0;
      for (let dy = -1; dy <= 1; dy++) {
        for (let dx = -1; dx <= 1; dx++) {
          if (dx === 0 && dy === 0) continue;
          if (y + dy < 0) continue;
          sum += heat[((y + dy + height) % height) * width + ((x + dx + width) % width)]!;
          count += 1;
        }
      }
      next[y * width + x] = sum / count;
      total += sum * (x / width);
    }
  }
  for (let i = 0; i < width * height; i++) total -= next[i]!;
  return total;
}
