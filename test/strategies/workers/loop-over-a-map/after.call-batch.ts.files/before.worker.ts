// Runs in worker threads, started by before.ts.
export { strengthsChunk as default } from './before.ts';
