// Runs in worker threads, started by before.ts.
export { placesChunk as default } from './before.ts';
