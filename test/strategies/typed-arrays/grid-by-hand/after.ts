export function blurOnce(image: string[], passes: number): number {
  const height = image.length;
  const width = image[0].length;
  // A plain array throws for what is no array length; a typed array would round it.
  if ((width * height) >>> 0 !== width * height) throw new RangeError('Invalid array length');
  const cells = new Float64Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) cells[y * width + x] = image[y].charCodeAt(x) / 3;
  }
  let total = 0;
  for (let p = 0; p < passes; p++) {
    for (let y = 1; y < height; y++) {
      for (let x = 1; x < width; x++) {
        cells[y * width + x] = (cells[y * width + x] + cells[(y - 1) * width + x] + cells[y * width + x - 1]) / 3;
        total += cells[y * width + x];
      }
    }
  }
  return total;
}
