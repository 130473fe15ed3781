// Runs in worker threads, started by before.ts.
export { ranksChunk as default } from './before.ts';
