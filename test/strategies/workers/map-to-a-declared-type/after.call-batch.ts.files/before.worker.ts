// Runs in worker threads, started by before.ts.
export { priceAllChunk as default } from './before.ts';
