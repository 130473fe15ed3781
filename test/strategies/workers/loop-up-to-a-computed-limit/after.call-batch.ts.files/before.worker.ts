// Runs in worker threads, started by before.ts.
export { roughnessChunk as default } from './before.ts';
