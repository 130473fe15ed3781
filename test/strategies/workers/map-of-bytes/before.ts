const sharpen = (byte: number): number => {
  let value = byte;
  for (let round = 0; round < 8; round++) value = value + Math.sin(value);
  return value;
};

export const sharpened = (bytes: Uint8Array): Uint8Array => bytes.map(sharpen);
