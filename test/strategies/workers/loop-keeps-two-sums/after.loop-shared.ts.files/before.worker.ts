// Runs in worker threads, started by before.ts.
export { meanAndSpreadChunk as default } from './before.ts';
