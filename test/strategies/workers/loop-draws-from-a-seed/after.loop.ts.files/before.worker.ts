// Runs in worker threads, started by before.ts.
export { insideChunk as default } from './before.ts';
