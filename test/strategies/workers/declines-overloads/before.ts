export function size(value: string): number;
export function size(value: number[]): number;
export function size(value: string | number[]): number {
  return value.length;
}
