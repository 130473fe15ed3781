// Runs in worker threads, started by before.ts.
export { duplicatesChunk as default } from './before.ts';
