// Runs in worker threads, started by before.ts.
export { numberedChunk as default } from './before.ts';
