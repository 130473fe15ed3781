// Runs in worker threads, started by before.ts.
export { settledByNameChunk as default } from './before.ts';
