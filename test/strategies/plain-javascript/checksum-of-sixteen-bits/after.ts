const polynomial = 0x1021;

// What 8 rounds make of every byte of crc; they only move the other bits.
const crcTable = Int32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte << 8;
  for (let k = 7; k >= 0; --k) {
    if ((crc & 0x8000) !== 0) {
      crc = ((crc << 1) ^ polynomial) & 0xffff;
    } else {
      crc = (crc << 1) & 0xffff;
    }
  }
  return crc;
});

/** The one of X.25, from the highest bit. */
export function crc16(data: number[], start = 0xffff): number {
  let crc = start;
  for (let i = 0; i < data.length; i++) {
    crc ^= data[i]! << 8;
    crc = ((crc << 8) & 0xff00) ^ crcTable[(crc >>> 8) & 255]!;
  }
  return crc;
}
