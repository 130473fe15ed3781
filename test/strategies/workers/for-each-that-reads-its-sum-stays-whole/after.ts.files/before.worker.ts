// Runs in worker threads, started by before.ts.
export { dampedChunk as default } from './before.ts';
