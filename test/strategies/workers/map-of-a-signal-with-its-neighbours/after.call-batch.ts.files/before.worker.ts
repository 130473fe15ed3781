// Runs in worker threads, started by before.ts.
export { smoothedChunk as default } from './before.ts';
