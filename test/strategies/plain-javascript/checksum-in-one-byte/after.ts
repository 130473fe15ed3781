// What 8 rounds make of every byte of crc; they only move the other bits.
const crcTable = Int32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = (crc & 0x80 ? (crc << 1) ^ 0x07 : crc << 1) & 0xff;
  return crc;
});

export function crc8(bytes: Uint8Array): number {
  let crc = 0;
  for (const byte of bytes) {
    crc = (crc ^ byte) & 0xff;
    crc = crcTable[crc & 255]!;
  }
  return crc;
}
