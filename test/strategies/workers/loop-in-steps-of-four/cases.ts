const pixels = (length: number) => Uint8ClampedArray.from({ length }, (_, i) => i * 37);

export default {
  calls: () => [[pixels(400)], [pixels(7)], [pixels(4)], [pixels(1)], [pixels(0)]],
};
