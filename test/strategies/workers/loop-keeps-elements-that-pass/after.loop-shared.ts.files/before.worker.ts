// Runs in worker threads, started by before.ts.
export { dearPartsChunk as default } from './before.ts';
