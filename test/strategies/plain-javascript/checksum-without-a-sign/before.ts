export function crc32c(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc = (crc ^ byte) >>> 0;
    for (let bit = 0; bit < 8; bit++) crc = ((crc >>> 1) ^ (-(crc & 1) & 0x82f63b78)) >>> 0;
    if (crc < 1000) crc += 7;
  }
  return crc;
}
