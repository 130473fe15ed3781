// Runs in worker threads, started by before.ts.
export { areEvenChunk as default } from './before.ts';
