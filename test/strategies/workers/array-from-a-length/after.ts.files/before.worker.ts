// Runs in worker threads, started by before.ts.
export { heatOfRowsChunk as default } from './before.ts';
