// Runs in worker threads, started by before.ts.
export { divisorsUpToChunk as default } from './before.ts';
