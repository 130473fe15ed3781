export function scramble(bytes: Uint8Array): number {
  let state = 1;
  for (const byte of bytes) {
    state ^= byte;
    for (let bit = 0; bit < 8; bit++) state = state & (state >>> 3) & 1 ? (state >>> 1) ^ 0xedb88320 : state >>> 1;
  }
  return state;
}
