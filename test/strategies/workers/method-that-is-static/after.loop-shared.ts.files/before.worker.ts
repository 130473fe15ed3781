// Runs in worker threads, started by before.ts.
export { sequencesLongestChunk as default } from './before.ts';
