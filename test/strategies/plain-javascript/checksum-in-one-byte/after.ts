// What 8 rounds make of every byte of crc; they only move the other bits.
const crcTable2 = Int32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = (crc & 0x80 ? (crc << 1) ^ 0x07 : crc << 1) & 0xff;
  return crc;
});

export function crc8(bytes: Uint8Array): number {
  let crc = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    crc = (crc ^ byte) & 0xff;
    crc = crcTable2[crc & 255]!;
  }
  return crc;
}

const crcTable = new Map<string, number>();

export function remembered(name: string): number | undefined {
  return crcTable.get(name);
}
