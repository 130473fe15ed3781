// What 8 rounds make of every byte of crc; they only move the other bits.
const crcTable = Int32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    crc ^= byte;
    crc = (crc >>> 8) ^ crcTable[crc & 255]!;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
