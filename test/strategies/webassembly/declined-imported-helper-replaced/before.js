import { scaled } from './scale.js';

/** @param {number} n */
export function total(n) {
  let sum = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) sum += scaled(i ^ j);
  }
  return sum;
}
