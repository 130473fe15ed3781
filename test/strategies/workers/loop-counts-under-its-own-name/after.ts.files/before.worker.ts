// Runs in worker threads, started by before.ts.
export { countsChunk as default } from './before.ts';
