// Runs in worker threads, started by before.ts.
export { parseSafelyChunk as default } from './before.ts';
