// Runs in worker threads, started by before.ts.
export { bestSplitChunk as default } from './before.ts';
