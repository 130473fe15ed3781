// Runs in worker threads, started by before.ts.
export { scoreAllChunk as default } from './before.ts';
