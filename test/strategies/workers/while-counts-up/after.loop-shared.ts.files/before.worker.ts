// Runs in worker threads, started by before.ts.
export { settleInTurnChunk as default } from './before.ts';
