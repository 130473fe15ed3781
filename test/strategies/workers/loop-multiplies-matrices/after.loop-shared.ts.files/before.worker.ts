// Runs in worker threads, started by before.ts.
export { matmulChunk as default } from './before.ts';
