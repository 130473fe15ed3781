// Runs in worker threads, started by before.ts.
export { farthestChunk as default } from './before.ts';
