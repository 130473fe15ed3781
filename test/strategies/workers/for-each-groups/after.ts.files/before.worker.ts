// Runs in worker threads, started by before.ts.
export { byLettersChunk as default } from './before.ts';
