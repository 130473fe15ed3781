// Runs in worker threads, started by before.ts.
export { editDistanceChunk as default } from './before.ts';
