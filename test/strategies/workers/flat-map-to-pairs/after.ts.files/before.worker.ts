// Runs in worker threads, started by before.ts.
export { divisorsChunk as default } from './before.ts';
