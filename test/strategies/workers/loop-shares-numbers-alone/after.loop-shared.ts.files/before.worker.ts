// Runs in worker threads, started by before.ts.
export { weighedChunk as default } from './before.ts';
