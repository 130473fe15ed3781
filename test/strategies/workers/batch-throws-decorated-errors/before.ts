export function root(n: number): number {
  if (n < 0) throw Object.assign(new Error('negative'), { code: 'E_NEGATIVE' });
  return Math.sqrt(n);
}
