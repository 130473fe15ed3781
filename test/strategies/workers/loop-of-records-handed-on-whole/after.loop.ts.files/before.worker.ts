// Runs in worker threads, started by before.ts.
export { describeAllChunk as default } from './before.ts';
