// Runs in worker threads, started by before.ts.
export { wordCountsChunk as default } from './before.ts';
