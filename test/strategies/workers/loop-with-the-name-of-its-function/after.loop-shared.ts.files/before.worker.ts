// Runs in worker threads, started by before.ts.
export { spreadsChunk as default } from './before.ts';
