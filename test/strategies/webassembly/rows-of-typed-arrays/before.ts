export function smooth(image: Float32Array[], rounds: number): number {
  let change = 0;
  for (let round = 0; round < rounds; round++) {
    for (let y = 0; y < image.length; y++) {
      for (let x = 1; x < image[y]!.length; x++) {
        const before = image[y]![x]!;
        image[y]![x] = (before + image[y]![x - 1]!) / 2;
        change += Math.abs(image[y]![x]! - before);
      }
    }
  }
  return change;
}
