// Runs in worker threads, started by before.ts.
export { totalsChunk as default } from './before.ts';
