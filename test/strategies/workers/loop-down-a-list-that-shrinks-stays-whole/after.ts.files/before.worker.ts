// Runs in worker threads, started by before.ts.
export { settledInPairsChunk as default } from './before.ts';
