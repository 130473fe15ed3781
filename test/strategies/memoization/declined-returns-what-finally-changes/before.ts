export function counted(n: number): number[] {
  const out: number[] = [];
  try {
    for (let i = 0; i < n; i++) out.push(i);
    return out;
  } finally {
    out.push(-1);
  }
}
