// Runs in worker threads, started by before.ts.
export { heaviestChunk as default } from './before.ts';
