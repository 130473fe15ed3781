// Runs in worker threads, started by before.ts.
export { countCloseChunk as default } from './before.ts';
