let next = 0;
const fresh = (): number => next++;

export function tagged(n: number, id = fresh()): number {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += id;
  return sum;
}
