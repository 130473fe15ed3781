// Runs in worker threads, started by before.ts.
export { validateRowsChunk as default } from './before.ts';
