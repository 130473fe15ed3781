// Runs in worker threads, started by before.ts.
export { distancesChunk as default } from './before.ts';
