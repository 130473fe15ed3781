// Runs in worker threads, started by before.ts.
export { firstHeavyChunk as default } from './before.ts';
