export function checksum(data: Buffer): number {
  let sum = 0;
  for (let i = 0; i < data.length; i++) sum = (sum + (data[i] ?? 0)) % 255;
  return sum;
}
