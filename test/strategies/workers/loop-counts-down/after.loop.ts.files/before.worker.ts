// Runs in worker threads, started by before.ts.
export { settledBackwardsChunk as default } from './before.ts';
