/** How soon each point of a picture escapes, in shades of three colours. */
export function fractal(width: number, height: number, limit: number): Uint8ClampedArray {
  const pixels = new Uint8ClampedArray(width * height * 4);
  pixels.fill(255);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let re = 0;
      let im = 0;
      let steps = 0;
      while (re * re + im * im < 4 && steps < limit) {
        const next = re * re - im * im + (x / width) * 3 - 2;
        im = 2 * re * im + (y / height) * 2 - 1;
        re = next;
        steps++;
      }
      const at = (y * width + x) * 4;
      if (steps === limit) continue;
      pixels[at] = steps * 9;
      pixels[at + 1] = steps * 5.5;
      pixels[at + 2] = 255 - steps;
    }
  }
  return pixels;
}
