// Runs in worker threads, started by before.ts.
export { scorerScoreAllChunk as default } from './before.ts';
