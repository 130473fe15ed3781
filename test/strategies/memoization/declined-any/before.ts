// @ts-nocheck
export function count(text: any): number {
  return text.split('').length;
}
