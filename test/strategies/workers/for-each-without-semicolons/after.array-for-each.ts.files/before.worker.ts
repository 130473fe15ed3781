// Runs in worker threads, started by before.ts.
export { longestChunk as default } from './before.ts'
