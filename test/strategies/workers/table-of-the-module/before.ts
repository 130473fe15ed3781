function crcTable(): Uint32Array {
  const table = new Uint32Array(256);
  for (let i = 0; i < 256; i++) {
    let c = i;
    for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
    table[i] = c >>> 0;
  }
  return table;
}

const TABLE = crcTable();

function crc(text: string): number {
  let sum = -1;
  for (let i = 0; i < text.length; i++) sum = TABLE[(sum ^ text.charCodeAt(i)) & 0xff]! ^ (sum >>> 8);
  return (sum ^ -1) >>> 0;
}

/** Checksums of many texts. */
export function checksums(texts: readonly string[]): number[] {
  return texts.map((text) => crc(text));
}
