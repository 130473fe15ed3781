// Runs in worker threads, started by before.ts.
export { invoicesChunk as default } from './before.ts';
