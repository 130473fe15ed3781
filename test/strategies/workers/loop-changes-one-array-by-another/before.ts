function settle(value: number): number {
  if (value > 200) throw new RangeError(`too large: ${value}`);
  let settled = value;
  for (let round = 0; round < 20; round++) settled = Math.sqrt(settled + round);
  return settled;
}

/** What the caller wants it in; how many pixels there were. */
export function settleInto(target: Uint8ClampedArray, source: Uint8ClampedArray, width: number): number {
  let pixels = 0;
  for (let at = 0; at < source.length; at += 4) {
    target[at] = settle(source[at]!) * 30;
    target[at + 1] = target[at]! + source[at + 1]!;
    target[at + 2] = width;
  }
  pixels += source.length / 4;
  return pixels;
}
