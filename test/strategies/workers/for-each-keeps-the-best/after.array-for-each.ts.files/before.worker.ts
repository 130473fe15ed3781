// Runs in worker threads, started by before.ts.
export { heaviestRowChunk as default } from './before.ts';
