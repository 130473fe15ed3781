// What 8 rounds make of every byte of value; they only move the other bits.
const valueTable = Int32Array.from({ length: 256 }, (_, byte) => {
  let value = byte << 24;
  for (let j = 0; j < 8; j++) {
    const top = value < 0;
    value <<= 1;
    if (top) value ^= 0x04c11db7;
  }
  return value;
});

export class Checksum {
  of(bytes: Uint8Array): number {
    let value = -1;
    for (let i = 0; i < bytes.length; i++) {
      value ^= (bytes[i] as number) << 24;
      value = (value << 8) ^ valueTable[value >>> 24]!;
    }
    return ~value >>> 0;
  }
}
