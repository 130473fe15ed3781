export function last<T>(values: T[]): T | undefined {
  return values[values.length - 1];
}
