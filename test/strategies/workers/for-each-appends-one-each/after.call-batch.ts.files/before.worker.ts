// Runs in worker threads, started by before.ts.
export { digestsChunk as default } from './before.ts';
