// Runs in worker threads, started by before.ts.
export { firstFaultChunk as default } from './before.ts';
