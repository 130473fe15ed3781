export function big(text: string, step: bigint): number {
  const a = new Array(text.length).fill(0n);
  for (let i = 0; i < text.length; i++) a[i] = step;
  return a.length;
}
