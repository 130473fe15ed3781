// Runs in worker threads, started by before.ts.
export { depthsChunk as default } from './before.ts';
