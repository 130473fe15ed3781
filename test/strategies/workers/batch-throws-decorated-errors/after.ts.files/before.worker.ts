// Runs in worker threads, started by before.ts.
export { rootChunk as default } from './before.ts';
