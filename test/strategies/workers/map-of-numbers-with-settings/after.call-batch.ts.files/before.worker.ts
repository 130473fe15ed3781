// Runs in worker threads, started by before.ts.
export { ratesOfChunk as default } from './before.ts';
