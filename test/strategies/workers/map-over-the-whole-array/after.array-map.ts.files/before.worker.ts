// Runs in worker threads, started by before.ts.
export { nearestDistancesChunk as default } from './before.ts';
