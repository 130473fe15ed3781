export function load(kernel: number, bytes: number[], index: number, value: number): number {
  let fast = 0;
  for (let i = 0; i < kernel; i++) {
    for (let j = 0; j < bytes.length; j++) fast += bytes[j] * value + index;
  }
  return fast;
}
