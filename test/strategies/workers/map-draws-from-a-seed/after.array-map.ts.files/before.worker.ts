// Runs in worker threads, started by before.ts.
export { simulateChunk as default } from './before.ts';
