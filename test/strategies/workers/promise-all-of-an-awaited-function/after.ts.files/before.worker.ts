// Runs in worker threads, started by before.ts.
export { stretchAllChunk as default } from './before.ts';
