// Numbers as people write them in code: 10_000 rather than 10000.

export function readableNumber(value: number): string {
  return Math.abs(value) >= 1_000 ? String(value).replaceAll(/\B(?=(\d{3})+$)/g, '_') : String(value);
}
