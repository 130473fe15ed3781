// Runs in worker threads, started by before.ts.
export { slowestChunk as default } from './before.ts';
