// Runs in worker threads, started by before.ts.
export { rateAllChunk as default } from './before.ts';
