// Runs in worker threads, started by before.ts.
export { resultsChunk as default } from './before.ts';
