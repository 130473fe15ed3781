// Runs in worker threads, started by before.ts.
export { renderChunk as default } from './before.ts';
