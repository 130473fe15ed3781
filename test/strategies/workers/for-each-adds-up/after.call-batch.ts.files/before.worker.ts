// Runs in worker threads, started by before.ts.
export { totalCostChunk as default } from './before.ts';
