// Runs in worker threads, started by before.ts.
export { leftOfChunk as default } from './before.ts';
