// Runs in worker threads, started by before.ts.
export { distinctRootsChunk as default } from './before.ts';
