export class Checksum {
  of(bytes: Uint8Array): number {
    let value = -1;
    for (let i = 0; i < bytes.length; i++) {
      value ^= (bytes[i] as number) << 24;
      for (let j = 0; j < 8; j++) {
        const top = value < 0;
        value <<= 1;
        if (top) value ^= 0x04c11db7;
      }
    }
    return ~value >>> 0;
  }
}
