// Runs in worker threads, started by before.ts.
export { blurRowsChunk as default } from './before.ts';
