// Runs in worker threads, started by before.js.
export { longestChainChunk as default } from './before.js';
