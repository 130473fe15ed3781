import { slow } from './words.ts';

export function total(limit: number): number {
  let sum = 0;
  for (let i = 0; i < limit; i++) {
    for (let j = 0; j < i; j++) sum += slow(j) * i;
  }
  return sum;
}
