// Runs in worker threads, started by before.ts.
export { heavyChunk as default } from './before.ts';
