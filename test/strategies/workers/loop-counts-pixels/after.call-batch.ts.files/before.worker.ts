// Runs in worker threads, started by before.ts.
export { histogramChunk as default } from './before.ts';
