// Runs in worker threads, started by before.ts.
export { collatzStepsChunk as default } from './before.ts';
