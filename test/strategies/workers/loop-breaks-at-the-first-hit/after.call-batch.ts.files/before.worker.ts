// Runs in worker threads, started by before.ts.
export { dearestChunk as default } from './before.ts';
