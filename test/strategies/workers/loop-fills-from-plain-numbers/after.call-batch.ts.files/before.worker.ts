// Runs in worker threads, started by before.ts.
export { rootsChunk as default } from './before.ts';
