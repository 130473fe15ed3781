export function evens(n: number): number[] {
  const found: number[] = [0];
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) if ((i * j) % 2 === 0) found.push(i);
  return found;
}
