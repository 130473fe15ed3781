class Number {
  static isInteger(value: number): boolean {
    return value > 3;
  }
}

export function halves(n: number): number {
  let count = 0;
  for (let left = n; left >= 1; left /= 2) count++;
  return count;
}

export const isLarge = (n: number): boolean => Number.isInteger(n);
