export function shrinking(text: string): number {
  let a: number[] = new Array(text.length).fill(0);
  for (let k = 1; k < text.length; k++) {
    for (let i = 0; i < k; i++) a[i] = 1;
    a = new Array(k).fill(0);
  }
  return a.length;
}
