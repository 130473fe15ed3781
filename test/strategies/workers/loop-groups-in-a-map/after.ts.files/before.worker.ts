// Runs in worker threads, started by before.ts.
export { ordersByBandChunk as default } from './before.ts';
