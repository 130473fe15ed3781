export function make(n) {
  const a = new Array(n).fill(0);
  for (let i = 0; i < n; i++) a[i] = i;
  return a[0];
}
