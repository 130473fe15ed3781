// Runs in worker threads, started by before.ts.
export { filterRunChunk as default } from './before.ts';
