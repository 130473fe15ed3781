// Runs in worker threads, started by before.ts.
export { checksumsChunk as default } from './before.ts';
