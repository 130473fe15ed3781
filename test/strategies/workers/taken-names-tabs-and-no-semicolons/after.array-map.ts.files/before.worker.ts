// Runs in worker threads, started by before.ts.
export { fishPoolChunk as default } from './before.ts'
