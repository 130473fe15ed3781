export let factor = 2;
export function setFactor(value: number): void {
  factor = value;
}
export function scaled(n: number): number {
  return n * factor;
}
