// Runs in worker threads, started by before.ts.
export { countPrimesChunk as default } from './before.ts';
