// Runs in worker threads, started by before.ts.
export { queensChunk as default } from './before.ts';
