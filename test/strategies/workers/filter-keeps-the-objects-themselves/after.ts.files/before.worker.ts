// Runs in worker threads, started by before.ts.
export { dearOrdersChunk as default } from './before.ts';
