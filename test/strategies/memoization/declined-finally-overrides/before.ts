export function risky(n: number): number {
  for (let i = 0; i < n; i++) {
    try {
      return i * 2;
    } finally {
      if (i < 3) continue;
    }
  }
  return -1;
}
