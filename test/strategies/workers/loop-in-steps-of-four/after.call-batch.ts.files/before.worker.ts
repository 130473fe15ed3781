// Runs in worker threads, started by before.ts.
export { grayedChunk as default } from './before.ts';
