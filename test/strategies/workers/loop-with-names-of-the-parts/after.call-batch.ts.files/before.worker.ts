// Runs in worker threads, started by before.ts.
export { chainsChunk as default } from './before.ts';
