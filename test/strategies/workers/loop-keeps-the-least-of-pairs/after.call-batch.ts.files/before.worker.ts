// Runs in worker threads, started by before.ts.
export { closestPairChunk as default } from './before.ts';
