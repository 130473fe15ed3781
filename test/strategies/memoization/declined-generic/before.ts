export function count<T extends string>(text: T): number {
  return text.split('').length;
}
