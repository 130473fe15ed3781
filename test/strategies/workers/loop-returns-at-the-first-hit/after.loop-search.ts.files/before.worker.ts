// Runs in worker threads, started by before.ts.
export { firstDearChunk as default } from './before.ts';
