// Runs in worker threads, started by before.ts.
export { heatStepChunk as default } from './before.ts';
