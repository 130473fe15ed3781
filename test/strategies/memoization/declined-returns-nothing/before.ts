export function spin(n: number): void {
  for (let i = 0; i < n; i++);
}
