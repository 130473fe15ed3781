// Runs in worker threads, started by before.ts.
export { jitterChunk as default } from './before.ts';
