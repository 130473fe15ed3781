// Runs in worker threads, started by before.ts.
export { reachedChunk as default } from './before.ts';
