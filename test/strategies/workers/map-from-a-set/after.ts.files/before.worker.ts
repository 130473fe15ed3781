// Runs in worker threads, started by before.ts.
export { settledChunk as default } from './before.ts';
