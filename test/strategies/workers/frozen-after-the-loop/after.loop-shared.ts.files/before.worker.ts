// Runs in worker threads, started by before.ts.
export { squaresChunk as default } from './before.ts';
