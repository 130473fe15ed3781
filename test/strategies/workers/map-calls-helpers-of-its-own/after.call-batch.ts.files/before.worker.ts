// Runs in worker threads, started by before.ts.
export { pricesChunk as default } from './before.ts';
