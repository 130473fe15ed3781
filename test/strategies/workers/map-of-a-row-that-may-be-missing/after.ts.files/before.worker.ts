// Runs in worker threads, started by before.ts.
export { transposeChunk as default } from './before.ts';
