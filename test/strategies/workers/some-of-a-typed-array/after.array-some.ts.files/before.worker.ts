// Runs in worker threads, started by before.ts.
export { hasPrimeAboveChunk as default } from './before.ts';
