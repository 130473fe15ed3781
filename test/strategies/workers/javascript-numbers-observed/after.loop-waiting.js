import { availableParallelism } from 'node:os';
import { longestChainThreads } from './before.longest-chain.threads.js';

export function longestChain(limit) {
  if (typeof limit !== 'number') return longestChainOfAny(limit);
  let best = 0;
  for (const value of longestChainOnThreads(limit)) {
    if (value > best) best = value;
  }
  return best;
}

/** The work of `for (let start = 1; start < limit; st...`, done by several threads while the caller waits. */
function longestChainOnThreads(limit) {
  // A few parts per thread, so that one slow part does not keep all the others waiting; fewer iterations than these are not worth handing over.
  const partLength = Math.ceil((limit - 1) / Math.min(4 * availableParallelism(), Math.ceil((limit - 1) / 2)));
  const tasks = [];
  for (let start = 1; start < limit; start += partLength) {
    tasks.push({ start2: start, end: Math.min(start + partLength, limit) });
  }
  const url = new URL('./before.worker.js', import.meta.url).href;
  const name = (at) => `the loop for (let start = 1; start < limit; st..., iterations from ${1 + at * partLength} on`;
  return [].concat(...longestChainThreads.run(url, longestChainChunk, tasks, name));
}

/** A part of it, as each thread does it. */
export function longestChainChunk({ start2, end }) {
  let best = 0;
  for (let start = start2; start < end; start++) {
    let length = 0;
    for (let n = start; n > 1; n = n % 2 === 0 ? n / 2 : 3 * n + 1) length++;
    if (length > best) best = length;
  }
  return [best];
}

/** `longestChain` for arguments of any kind. */
function longestChainOfAny(limit) {
  let best = 0;
  for (let start = 1; start < limit; start++) {
    let length = 0;
    for (let n = start; n > 1; n = n % 2 === 0 ? n / 2 : 3 * n + 1) length++;
    if (length > best) best = length;
  }
  return best;
}
