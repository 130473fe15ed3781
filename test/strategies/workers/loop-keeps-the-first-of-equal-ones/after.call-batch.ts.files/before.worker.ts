// Runs in worker threads, started by before.ts.
export { lowestChunk as default } from './before.ts';
