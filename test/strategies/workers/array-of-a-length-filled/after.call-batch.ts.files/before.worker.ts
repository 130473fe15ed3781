// Runs in worker threads, started by before.ts.
export { walksChunk as default } from './before.ts';
