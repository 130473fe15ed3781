export function weight(isHeavy: boolean, kind: 'low' | 'mid' | 'high' | undefined): number {
  let sum = 0;
  for (let i = 0; i < 1000; i++) sum += Math.sqrt(i) * (isHeavy ? 2 : 1) + (kind ?? '').length;
  return sum;
}
