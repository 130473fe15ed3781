// Runs in worker threads, started by before.ts.
export { settleAllChunk as default } from './before.ts';
