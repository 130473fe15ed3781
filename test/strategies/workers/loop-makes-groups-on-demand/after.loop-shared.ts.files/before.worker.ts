// Runs in worker threads, started by before.ts.
export { byHeightChunk as default } from './before.ts';
