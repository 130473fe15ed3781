import { heaviestKernel } from './before.heaviest.wasm.js';

export function heaviest(weights, values, capacity) {
  const fast = heaviestKernel(weights, values, capacity);
  if (fast !== undefined) return fast;
  const table = Array.from({ length: weights.length + 1 }, () => Array(capacity + 1).fill(0));
  for (let i = 1; i <= weights.length; i++) {
    for (let room = 0; room <= capacity; room++) {
      table[i][room] = table[i - 1][room];
      if (weights[i - 1] <= room) {
        table[i][room] = Math.max(table[i][room], table[i - 1][room - weights[i - 1]] + values[i - 1]);
      }
    }
  }
  return table[weights.length][capacity];
}
