// Runs in worker threads, started by before.ts.
export { settledOfChunk as default } from './before.ts';
