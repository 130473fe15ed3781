export function size(value: string): number;
export function size(value: number): number;
export function size(value: string | number): number {
  let sum = 0;
  for (const letter of String(value)) sum += letter.length;
  return sum;
}
