// Runs in worker threads, started by before.ts.
export { energyChunk as default } from './before.ts';
