export function counts(n: number): number[] {
  const sizes: number[] = [];
  for (let i = 0; i < n; i++) sizes.push(sizes.length * 2);
  return sizes;
}
