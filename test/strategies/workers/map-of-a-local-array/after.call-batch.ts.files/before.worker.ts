// Runs in worker threads, started by before.ts.
export { evenSquaresChunk as default } from './before.ts';
