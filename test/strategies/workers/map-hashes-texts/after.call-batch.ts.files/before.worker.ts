// Runs in worker threads, started by before.ts.
export { fingerprintsChunk as default } from './before.ts';
