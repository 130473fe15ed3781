// Runs in worker threads, started by before.ts.
export { digitSumsChunk as default } from './before.ts';
