// Runs in worker threads, started by before.ts.
export { wordTotalsChunk as default } from './before.ts';
