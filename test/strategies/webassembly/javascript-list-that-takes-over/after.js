import { ranksKernel } from './before.ranks.wasm.js';

export function ranks(links, n) {
  const fast = ranksKernel(links, n);
  if (fast !== undefined) return fast;
  let current = new Array(n).fill(1 / n);
  for (let round = 0; round < 20; round++) {
    const next = new Array(n).fill(0.15 / n);
    for (let i = 0; i < n; i++) {
      const out = links[i];
      for (let k = 0; k < out.length; k++) next[out[k]] += (0.85 * current[i]) / out.length;
    }
    current = next;
  }
  return current;
}
