// Runs in worker threads, started by before.ts.
export { hasDearChunk as default } from './before.ts';
