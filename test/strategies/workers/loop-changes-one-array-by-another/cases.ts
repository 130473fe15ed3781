const bytes = (length: number, most: number) => Uint8ClampedArray.from({ length }, (_, i) => (i * 37) % most);

function overlapping(shift: number): readonly unknown[] {
  const memory = bytes(64, 190);
  return [memory.subarray(shift), memory.subarray(0, 40), 3];
}

export default {
  calls: () => {
    const same = bytes(48, 190);
    return [
      [new Uint8ClampedArray(80), bytes(80, 190), 7],
      // Up to the failure the target is filled.
      [new Uint8ClampedArray(400), bytes(400, 256), 7],
      [new Uint8ClampedArray(8), bytes(20, 190), 7],
      [same, same, 1],
      overlapping(4),
      overlapping(1),
      [new Uint8ClampedArray(0), bytes(0, 1), 7],
    ];
  },
};
