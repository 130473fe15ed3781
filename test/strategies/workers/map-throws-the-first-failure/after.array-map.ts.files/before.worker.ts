// Runs in worker threads, started by before.ts.
export { reciprocalsChunk as default } from './before.ts';
