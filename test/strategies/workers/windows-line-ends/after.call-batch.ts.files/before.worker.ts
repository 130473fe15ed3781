// Runs in worker threads, started by before.ts.
export { totalChunk as default } from './before.ts'
