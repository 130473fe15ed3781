// Runs in worker threads, started by before.ts.
export { countsByCostChunk as default } from './before.ts';
