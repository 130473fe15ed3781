// Runs in worker threads, started by before.ts.
export { netPredictAllChunk as default } from './before.ts';
