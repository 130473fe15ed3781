// Runs in worker threads, started by before.ts.
export { primesOfChunk as default } from './before.ts';
