export function crc8(bytes: Uint8Array): number {
  let crc = 0;
  for (const byte of bytes) {
    crc = (crc ^ byte) & 0xff;
    for (let bit = 0; bit < 8; bit++) crc = (crc & 0x80 ? (crc << 1) ^ 0x07 : crc << 1) & 0xff;
  }
  return crc;
}

const crcTable = new Map<string, number>();

export function remembered(name: string): number | undefined {
  return crcTable.get(name);
}
