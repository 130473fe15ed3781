// Runs in worker threads, started by before.ts.
export { projectorProjectChunk as default } from './before.ts';
