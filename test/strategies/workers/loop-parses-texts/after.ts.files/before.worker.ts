// Runs in worker threads, started by before.ts.
export { parseAllChunk as default } from './before.ts';
