// Runs in worker threads, started by before.ts.
export { tableChunk as default } from './before.ts';
