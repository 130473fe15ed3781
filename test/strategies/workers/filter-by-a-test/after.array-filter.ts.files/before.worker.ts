// Runs in worker threads, started by before.ts.
export { primesChunk as default } from './before.ts';
