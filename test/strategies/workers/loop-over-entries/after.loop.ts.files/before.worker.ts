// Runs in worker threads, started by before.ts.
export { listedChunk as default } from './before.ts';
