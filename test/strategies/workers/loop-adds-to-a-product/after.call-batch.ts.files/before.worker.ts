// Runs in worker threads, started by before.ts.
export { multiplyChunk as default } from './before.ts';
