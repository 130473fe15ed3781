// Runs in worker threads, started by before.ts.
export { bestScoreChunk as default } from './before.ts';
