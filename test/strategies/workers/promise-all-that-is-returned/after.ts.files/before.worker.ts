// Runs in worker threads, started by before.ts.
export { settleEachChunk as default } from './before.ts';
