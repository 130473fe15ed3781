// Runs in worker threads, started by before.ts.
export { parseRowsChunk as default } from './before.ts';
