// Runs in worker threads, started by before.ts.
export { endsOfChunk as default } from './before.ts';
