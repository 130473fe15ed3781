import { factor } from './scale.ts';

export function total(n: number): number {
  let sum = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) sum += (i ^ j) * factor;
  }
  return sum;
}
