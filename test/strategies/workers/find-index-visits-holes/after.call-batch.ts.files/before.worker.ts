// Runs in worker threads, started by before.ts.
export { firstCheapChunk as default } from './before.ts';
